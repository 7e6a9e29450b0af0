import { isScalable, scalableGateway } from "../../azure/expressroute-gateways.ts";
import { regions } from "../../azure/regions.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Reason } from "../../model/decision.ts";
import type { Candidate } from "./candidates.ts";
import type { Requirement } from "./requirement.ts";

export interface Shortfall extends Reason {
  readonly source: string;
  readonly wayOut: string;
}

/** What a candidate falls short of, most telling first. Empty: it does all that is asked. */
export function shortfallsOf(
  candidate: Candidate,
  asked: Requirement,
  region: string | undefined,
): readonly Shortfall[] {
  const { sku, source } = candidate;
  const short: Shortfall[] = [];
  if (candidate.mbps < asked.mbps)
    short.push({
      text: `${titleOf(candidate)} carries ${formatBandwidth(candidate.mbps)}, and ${formatBandwidth(asked.mbps)} are asked for.`,
      source,
      wayOut: "Ask for less bandwidth, or spread the connections over gateways of several networks.",
    });
  if (candidate.circuits < asked.circuits)
    short.push({
      text: `${titleOf(candidate)} takes ${candidate.circuits} circuits, and ${asked.circuits} are linked with it.`,
      source,
      wayOut: "Link fewer circuits with this network.",
    });
  if (candidate.routes < asked.routes)
    short.push({
      text: `${titleOf(candidate)} learns ${candidate.routes} routes, and ${asked.routes} are announced to it.`,
      source,
      wayOut: "Let the sites announce fewer and larger ranges.",
    });
  if (asked.privateTunnels && isScalable(sku) && !scalableGateway.value.ipsecOverPrivatePeering)
    short.push({
      text: `${sku} lets no IPsec tunnel run over its circuits, and one is to.`,
      source,
      wayOut: "Name no SKU, and ask for less bandwidth or fewer circuits where that is what takes it.",
    });
  if (asked.survivesZone && !candidate.zoneRedundant)
    short.push({
      text: `${sku} stands in no availability zone, and the loss of one is to be survived.`,
      source,
      wayOut: "Name a SKU with zones, or none.",
    });
  if (asked.survivesZone && region !== undefined && regions.value[region]?.availabilityZones === false)
    short.push({
      text: `${region} has no availability zones, and the loss of one is to be survived.`,
      source: regions.source,
      wayOut: "Put the gateway into a region with availability zones.",
    });
  return short;
}

export function titleOf({ sku, units }: Candidate): string {
  if (units === undefined) return sku;
  return `${sku} with ${units} scale ${units === 1 ? "unit" : "units"}`;
}
