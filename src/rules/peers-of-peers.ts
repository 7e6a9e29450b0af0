import { createPrefixTable, formatPrefix, type Prefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { allVirtualNetworks, type VirtualNetwork } from "../model/virtual-network.ts";

/** A network that holds a range, and a peer that it has in common with the one who asks. */
export interface PeerOfPeer {
  readonly network: VirtualNetwork;
  readonly hub: ResourceId;
}

/**
 * Who holds a range, seen from a network that is not peered with them but with a peer of theirs. `undefined` where the
 * network itself or a peer holds it, where nobody does or several do, and where peerings are not known.
 */
export function peerOfPeerFinder(
  estate: EstateIndex,
): (from: VirtualNetwork, range: Prefix) => PeerOfPeer | undefined {
  const holderOf = onlyHolders(estate);
  const peered = peeredNetworks(estate);

  return (from, range) => {
    const network = holderOf(range);
    if (!network || ![from, network].every(tellsItsPeers)) return undefined;

    const [own, far] = [keyOf(from.resource.id), keyOf(network.resource.id)];
    const direct = peered.peersOf(own);
    if (far === own || direct.has(far)) return undefined;

    const theirs = peered.peersOf(network.resource.id);
    const hub = [...direct].find((key) => theirs.has(key));
    return hub === undefined ? undefined : { network, hub };
  };

  function tellsItsPeers({ resource }: VirtualNetwork): boolean {
    return !resource.existing && peered.peersAreKnown(resource.id);
  }
}

/** The one network that holds a range; `undefined` where several do, for nobody knows which is meant. */
function onlyHolders(estate: EstateIndex): (range: Prefix) => VirtualNetwork | undefined {
  const byRange = new Map<string, { readonly prefix: Prefix; readonly networks: VirtualNetwork[] }>();
  for (const network of allVirtualNetworks(estate)) {
    for (const { prefix } of network.addressSpace.filter(isValid)) {
      const entry = byRange.get(formatPrefix(prefix));
      if (entry) entry.networks.push(network);
      else byRange.set(formatPrefix(prefix), { prefix, networks: [network] });
    }
  }
  const table = createPrefixTable(
    [...byRange.values()].map(({ prefix, networks }) => [prefix, networks] as const),
  );
  return (range) => {
    const found = table.covering(range);
    const [network] = found[0]?.value ?? [];
    return found.length === 1 && found[0]?.value.length === 1 ? network : undefined;
  };
}
