import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import type { ResourceId } from "../model/resource.ts";
import { virtualNetworkOf } from "../model/virtual-network.ts";
import type { VirtualNetworkGateway } from "../model/virtual-network-gateway.ts";
import type { RangeOfNetwork } from "./gateway-networks.ts";

const known = new WeakMap<EstateIndex, Map<ResourceId, readonly RangeOfNetwork[]>>();

/** The ranges that the gateway tells its sites of: its own network's, and those of peers that use it. */
export function rangesBehindGateway(
  { networkKey }: VirtualNetworkGateway,
  estate: EstateIndex,
): readonly RangeOfNetwork[] {
  if (networkKey === undefined) return [];

  const byNetwork = known.get(estate) ?? new Map<ResourceId, readonly RangeOfNetwork[]>();
  known.set(estate, byNetwork);
  const ranges = byNetwork.get(networkKey) ?? readRangesBehind(networkKey, estate);
  byNetwork.set(networkKey, ranges);
  return ranges;
}

function readRangesBehind(networkKey: ResourceId, estate: EstateIndex): readonly RangeOfNetwork[] {
  const peered = peeredNetworks(estate);
  const users = [...peered.peersOf(networkKey)].filter((id) => peered.remoteGatewaysOf(id).has(networkKey));
  return [networkKey, ...users]
    .flatMap((id) => estate.find(id) ?? [])
    .map(virtualNetworkOf)
    .flatMap((network) => network.addressSpace.filter(isValid).map((range) => ({ network, range })));
}
