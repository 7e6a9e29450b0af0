import { bgpWeights } from "../azure/bgp-weights.ts";
import type { Prefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import type { Needs, NextHop, Origination } from "../model/topology.ts";
import type { Origin } from "../source/origin.ts";
import { overLink } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { spokesOf } from "./gateway-transit.ts";
import { rangesOfNetwork, remoteRanges } from "./peered-ranges.ts";
import { perEstate } from "./per-estate.ts";

/** A range that the gateways of a network tell as their own: the network's, or a spoke's that uses them. */
export interface Announced {
  readonly prefix: Prefix;
  readonly via: NextHop;
  readonly needs: Needs;
  readonly origin: Origin;
}

const known = perEstate(() => new Map<ResourceId, readonly Announced[]>());

export function announcedBy(networkKey: ResourceId, estate: EstateIndex): readonly Announced[] {
  const announced = known(estate).get(networkKey) ?? [
    ...ownRanges(networkKey, estate),
    ...rangesOfSpokes(networkKey, estate),
  ];
  known(estate).set(networkKey, announced);
  return announced;
}

export function announcedPrefixes(networkKey: ResourceId, estate: EstateIndex): readonly Prefix[] {
  return announcedBy(networkKey, estate).map(({ prefix }) => prefix);
}

export function networkOriginations(
  networkKey: ResourceId,
  families: readonly (4 | 6)[],
  estate: EstateIndex,
): readonly Origination[] {
  return announcedBy(networkKey, estate)
    .filter(({ prefix }) => families.includes(prefix.family))
    .map((announced) => ({ ...announced, tag: tags.network, weight: bgpWeights.value.others }));
}

function ownRanges(networkKey: ResourceId, estate: EstateIndex): readonly Announced[] {
  const network = estate.find(networkKey);
  if (!network) return [];

  const via: NextHop = { to: "members", network: networkKey };
  return rangesOfNetwork(networkKey, estate).map((prefix) => ({
    prefix,
    via,
    needs: [],
    origin: network.origin,
  }));
}

function rangesOfSpokes(networkKey: ResourceId, estate: EstateIndex): readonly Announced[] {
  return spokesOf(networkKey, estate).flatMap(({ networkKey: spoke, needs, peering }): Announced[] => {
    const origin = estate.find(spoke)?.origin ?? peering?.half.resource.origin;
    if (origin === undefined) return [];

    const prefixes = peering ? remoteRanges(peering, estate) : rangesOfNetwork(spoke, estate);
    const via: NextHop = peering ? overLink(peering.link) : { to: "members", network: spoke };
    return prefixes.map((prefix) => ({ prefix, via, needs, origin }));
  });
}
