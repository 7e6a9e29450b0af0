import type { Prefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import { subnetOf, subnetsOf, virtualNetworkOf } from "../model/virtual-network.ts";
import type { Peering } from "./peering-halves.ts";

/** The ranges of a network, those that are ones; none where the estate does not hold it. */
export function rangesOfNetwork(networkKey: ResourceId, estate: EstateIndex): readonly Prefix[] {
  const resource = estate.find(networkKey);
  if (!resource) return [];

  return virtualNetworkOf(resource)
    .addressSpace.filter(isValid)
    .map(({ prefix }) => prefix);
}

/**
 * The remote ranges that the peering carries, as its own half knows them: until it is synced those of the last time,
 * else those that the remote network has.
 */
export function remoteRanges({ half }: Peering, estate: EstateIndex): readonly Prefix[] {
  const all =
    half.remoteAddressSpace ??
    (half.subnets
      ? rangesOfSubnets(half.remoteKey, half.subnets.remote, estate)
      : rangesOfNetwork(half.remoteKey, estate));
  return all.filter(({ family }) => half.onlyFamily === undefined || family === half.onlyFamily);
}

/** The local ranges that may use it; `undefined` where all may. */
export function localRanges({ half }: Peering, estate: EstateIndex): readonly Prefix[] | undefined {
  return half.subnets && rangesOfSubnets(half.localKey, half.subnets.local, estate);
}

function rangesOfSubnets(
  networkKey: ResourceId,
  names: readonly string[],
  estate: EstateIndex,
): readonly Prefix[] {
  const network = estate.find(networkKey);
  if (!network) return [];

  const named = new Set(names);
  return subnetsOf(virtualNetworkOf(network), estate)
    .filter(({ name }) => named.has(name.toLowerCase()))
    .flatMap(({ resource }) => subnetOf(resource).addressPrefixes.filter(isValid))
    .map(({ prefix }) => prefix);
}
