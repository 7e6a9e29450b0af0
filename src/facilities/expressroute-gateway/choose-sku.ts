import {
  expressRouteGatewayLimits,
  expressRouteGatewaySkus,
  isScalable,
} from "../../azure/expressroute-gateways.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import { type Candidate, isOffered, planned, withoutZones } from "./candidates.ts";
import type { Requirement } from "./requirement.ts";
import { shortfallsOf, titleOf } from "./shortfalls.ts";

export interface ChosenSku {
  readonly candidate: Candidate;
  readonly because: readonly Reason[];
}

/** The smallest that does all that is asked, or the one that a person named, where it does. */
export function chooseSku(asked: Requirement, region: string | undefined): ChosenSku | Refusal {
  const crowded = refuseCrowded(asked);
  if (crowded) return crowded;
  const [name, other] = asked.named;
  if (name === undefined) return smallestOf(planned, asked, region);
  if (other !== undefined) return refuseSeveral(asked.named);

  const named = [...planned, ...withoutZones].filter(({ sku }) => sku.toLowerCase() === name.toLowerCase());
  if (named.length === 0) return refuseUnknown(name);
  const chosen = smallestOf(named, asked, region);
  if ("waysOut" in chosen) return chosen;
  return {
    ...chosen,
    because: [{ text: `The file asks for ${chosen.candidate.sku} by name.` }, ...chosen.because],
  };
}

function smallestOf(
  all: readonly Candidate[],
  asked: Requirement,
  region: string | undefined,
): ChosenSku | Refusal {
  const candidates = all.filter((candidate) => isOffered(candidate, region));
  const chosen = candidates.find((candidate) => shortfallsOf(candidate, asked, region).length === 0);
  if (!chosen) return refuseShort(candidates, all, asked, region);

  const smaller = candidates
    .slice(0, candidates.indexOf(chosen))
    .filter(({ units }) => units === undefined || units === (chosen.units ?? 0) - 1);
  return {
    candidate: chosen,
    because: [
      ...smaller.flatMap((candidate) =>
        shortfallsOf(candidate, asked, region)
          .slice(0, 1)
          .map(({ text, source }) => ({ text, source })),
      ),
      {
        text: `${titleOf(chosen)} ${all.length > 1 ? "is the smallest that suffices" : "suffices"}: ${formatBandwidth(chosen.mbps)}, ${chosen.circuits} circuits, ${chosen.routes} routes.`,
        source: chosen.source,
      },
      ...notesOn(chosen, asked, region),
    ],
  };
}

function notesOn(chosen: Candidate, asked: Requirement, region: string | undefined): readonly Reason[] {
  const { circuitMbps } = asked;
  const notes: Reason[] = [];
  if (isScalable(chosen.sku) && region === undefined)
    notes.push({
      text: `The region is not known, and not every region has ${chosen.sku}.`,
      source: chosen.source,
    });
  if (chosen.units !== undefined)
    notes.push({ text: "The scale units are fixed: what is asked for is there from the first packet on." });
  if (circuitMbps !== undefined && circuitMbps > chosen.mbps)
    notes.push({
      text: `The circuits carry ${formatBandwidth(circuitMbps)}, more than this gateway: ask for more bandwidth where all of it is to be used.`,
      source: chosen.source,
    });
  return notes;
}

/** What the largest that the region has falls short of. */
function refuseShort(
  candidates: readonly Candidate[],
  all: readonly Candidate[],
  asked: Requirement,
  region: string | undefined,
): Refusal {
  const largest = candidates.at(-1);
  const short = largest ? shortfallsOf(largest, asked, region) : [];
  const missing = all.find((candidate) => !candidates.includes(candidate));
  const isAbsent = missing ? [`${missing.sku} is not offered in ${region}.`] : [];
  const source = short[0]?.source ?? missing?.source;
  return {
    because: [...short.map(({ text }) => text), ...isAbsent].join(" "),
    ...(source === undefined ? {} : { source }),
    waysOut: [
      ...new Set(short.map(({ wayOut }) => wayOut)),
      ...(missing ? [`Put the gateway into a region that has ${missing.sku}.`] : []),
    ],
  };
}

function refuseCrowded({ atOneLocation }: Requirement): Refusal | undefined {
  const most = expressRouteGatewayLimits.value.circuitsOfOneLocation;
  if (!atOneLocation || atOneLocation.circuits <= most) return undefined;
  return {
    because: `${atOneLocation.circuits} circuits of ${atOneLocation.location} meet in one network, which takes ${most} of one peering location.`,
    source: expressRouteGatewayLimits.source,
    waysOut: ["Order circuits at another peering location.", "Link some of them with another network."],
  };
}

function refuseSeveral(named: readonly string[]): Refusal {
  return {
    because: `One gateway has one SKU, and its connections name ${named.join(" and ")}.`,
    source: expressRouteGatewaySkus.source,
    waysOut: ["Name the same SKU everywhere, or none."],
  };
}

function refuseUnknown(name: string): Refusal {
  const known = [...new Set(planned.map(({ sku }) => sku))];
  return {
    because: `${name} is no SKU of an ExpressRoute gateway.`,
    source: expressRouteGatewaySkus.source,
    waysOut: [`Name one of ${known.join(", ")}, or none.`],
  };
}
