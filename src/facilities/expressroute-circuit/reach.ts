import { circuitSkus } from "../../azure/expressroute-circuits.ts";
import {
  findPeeringLocation,
  geopoliticalRegionOfLocation,
  geopoliticalRegionOfRegion,
  peeringLocations,
} from "../../azure/expressroute-locations.ts";
import type { Requirement } from "./requirement.ts";
import type { Tier } from "./sku-name.ts";

/** `no` and `yes` rest on a page; everything else is not known, and says why. */
export type Reach =
  | { readonly answer: "yes" }
  | { readonly answer: "no" | "unknown"; readonly says: string; readonly source: string };

/** Whether a circuit of this tier reaches every region that a gateway linked with it stands in. */
export function reachOf(tier: Tier, asked: Requirement): Reach {
  if (tier === "Premium") return { answer: "yes" };
  return tier === "Local" ? localReach(asked) : standardReach(asked);
}

function standardReach({ circuit, regions, withoutRegion }: Requirement): Reach {
  const { source } = circuitSkus;
  const { peeringLocation } = circuit;
  if (peeringLocation === undefined)
    return {
      answer: "unknown",
      says: "The circuit names no peering location, so it is not known what Standard reaches.",
      source,
    };
  const own = geopoliticalRegionOfLocation(peeringLocation);
  const placed = regions.map((region) => ({ region, name: geopoliticalRegionOfRegion(region) }));
  const far = placed.find(({ name }) => own !== undefined && name !== undefined && name !== own);
  if (far)
    return {
      answer: "no",
      says: `A Standard circuit in ${peeringLocation} (${own}) does not reach ${far.region} (${far.name}).`,
      source,
    };
  const unplaced = [
    ...(own === undefined ? [peeringLocation] : []),
    ...placed.filter(({ name }) => name === undefined).map(({ region }) => region),
  ];
  if (unplaced.length > 0)
    return {
      answer: "unknown",
      says: `No page that was read says to which geopolitical region ${unplaced.join(", ")} ${unplaced.length > 1 ? "belong" : "belongs"}.`,
      source,
    };
  return withRegions(withoutRegion, source);
}

function localReach({ circuit, regions, withoutRegion }: Requirement): Reach {
  const { source } = peeringLocations;
  const { peeringLocation } = circuit;
  const known = peeringLocation === undefined ? undefined : findPeeringLocation(peeringLocation);
  if (!known)
    return {
      answer: "unknown",
      says: `Which regions are local to ${peeringLocation ?? "the peering location"} is on no page that was read.`,
      source,
    };
  const far = regions.find((region) => !known.localRegions.includes(region));
  if (far !== undefined)
    return {
      answer: "no",
      says:
        known.localRegions.length === 0
          ? `No region is local to ${peeringLocation}.`
          : `A Local circuit in ${peeringLocation} reaches ${known.localRegions.join(" and ")}, and not ${far}.`,
      source,
    };
  return withRegions(withoutRegion, source);
}

function withRegions(withoutRegion: readonly string[], source: string): Reach {
  if (withoutRegion.length === 0) return { answer: "yes" };
  return { answer: "unknown", says: `The region of ${withoutRegion.join(", ")} is not given.`, source };
}
