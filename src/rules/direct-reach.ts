import { createPrefixTable, type PrefixTable } from "../ip/index.ts";
import { isValid, type ValidRange } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import { saysAllRanges } from "../model/says-all-ranges.ts";
import { type VirtualNetwork, virtualNetworkOf } from "../model/virtual-network.ts";

export type DirectReach = PrefixTable<ValidRange>;

/** What a network reaches without a gateway: its own ranges and its peers'. `undefined` where not all of it is told. */
export function directReach(estate: EstateIndex): (network: VirtualNetwork) => DirectReach | undefined {
  const known = new Map<VirtualNetwork, DirectReach | undefined>();
  return (network) => {
    if (!known.has(network)) known.set(network, readReach(network, estate));
    return known.get(network);
  };
}

function readReach(network: VirtualNetwork, estate: EstateIndex): DirectReach | undefined {
  const { id, existing } = network.resource;
  const peered = peeredNetworks(estate);
  const peers = [...peered.peersOf(id)];
  if (existing || !peered.peersAreKnown(id)) return undefined;
  if (peers.length === 0 && !estate.isComplete(id)) return undefined;

  const networks = [network];
  for (const peer of peers) {
    const resource = estate.find(peer);
    if (!resource) return undefined;
    networks.push(virtualNetworkOf(resource));
  }
  if (!networks.every(saysAllRanges)) return undefined;

  const ranges = networks.flatMap((each) => each.addressSpace.filter(isValid));
  return createPrefixTable(ranges.map((range) => [range.prefix, range] as const));
}
