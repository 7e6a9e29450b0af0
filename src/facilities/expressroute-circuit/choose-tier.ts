import {
  circuitBandwidthsMbps,
  circuitRouteLimits,
  circuitSkus,
  localCircuit,
  virtualNetworkLinks,
} from "../../azure/expressroute-circuits.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import { bandwidthsOffered } from "./direct.ts";
import { reachOf } from "./reach.ts";
import type { Requirement } from "./requirement.ts";
import type { Tier } from "./sku-name.ts";

export interface ChosenTier {
  readonly tier: Tier;
  readonly mbps: number;
  readonly because: readonly Reason[];
}

/** Why a tier at a bandwidth will not do. */
interface Shortfall {
  readonly text: string;
  readonly source: string;
  readonly wayOut: string;
}

/** Standard where it suffices, else Premium, or what a person named; at the smallest bandwidth that Azure sells. */
export function chooseTier(asked: Requirement, named: Tier | undefined): ChosenTier | Refusal {
  const bandwidths = bandwidthsFor(asked);
  const tiers: readonly Tier[] = named === undefined ? ["Standard", "Premium"] : [named];
  const candidates = tiers.flatMap((tier) => bandwidths.map((mbps) => ({ tier, mbps })));
  const chosen = candidates.find(({ tier, mbps }) => shortfallsOf(tier, mbps, asked).length === 0);
  const last = candidates.at(-1);
  if (!chosen) return last ? refuseShort(last.tier, last.mbps, asked) : refuseBandwidth(asked);

  return {
    ...chosen,
    because: [...bandwidthReasons(chosen.mbps, asked), ...tierReasons(chosen, asked, named)],
  };
}

/** Whether a Local circuit of this bandwidth is known to do all that is asked: nothing is left to a guess. */
export function isLocalSure(mbps: number, asked: Requirement): boolean {
  if (asked.regions.length === 0) return false;
  return shortfallsOf("Local", mbps, asked).length === 0 && reachOf("Local", asked).answer === "yes";
}

/** What is ordered, or the next that is sold; where nothing is ordered, all that carry what is asked for. */
function bandwidthsFor({ circuit, mbps }: Requirement): readonly number[] {
  const least = Math.max(mbps, circuit.bandwidthMbps ?? 0);
  const sold = bandwidthsOffered(circuit).filter((each) => each >= least);
  return circuit.bandwidthMbps === undefined ? sold : sold.slice(0, 1);
}

/** What is known to rule a tier out; what is not known rules nothing out. */
function shortfallsOf(tier: Tier, mbps: number, asked: Requirement): readonly Shortfall[] {
  const short: Shortfall[] = [];
  const links = linksOf(tier, mbps);
  if (asked.links > links)
    short.push({
      text: `A ${tier} circuit of ${formatBandwidth(mbps)} is linked with ${links} networks at most, and ${asked.links} are.`,
      source: virtualNetworkLinks.source,
      wayOut: "Link fewer gateways, and let more networks use each of them by gateway transit.",
    });
  const routes = circuitRouteLimits.value.privateIpv4[tier];
  if (asked.routes > routes)
    short.push({
      text: `A ${tier} circuit takes ${routes} routes, and ${asked.routes} are announced.`,
      source: circuitRouteLimits.source,
      wayOut: "Announce fewer and larger ranges.",
    });
  const { smallestMbps } = localCircuit.value;
  if (tier === "Local" && mbps < smallestMbps)
    short.push({
      text: `A Local circuit has ${formatBandwidth(smallestMbps)} at least, and ${formatBandwidth(mbps)} are ordered.`,
      source: localCircuit.source,
      wayOut: `Give the circuit a bandwidth of ${formatBandwidth(smallestMbps)}, or name another tier.`,
    });
  const reach = reachOf(tier, asked);
  if (reach.answer === "no")
    short.push({
      text: reach.says,
      source: reach.source,
      wayOut: "Name a tier that reaches further, or none.",
    });
  return short;
}

function linksOf(tier: Tier, mbps: number): number {
  const { localAndStandard, premium } = virtualNetworkLinks.value;
  if (tier !== "Premium") return localAndStandard;
  return premium.find((row) => row.mbps >= mbps)?.links ?? 0;
}

function bandwidthReasons(mbps: number, { circuit, mbps: needed }: Requirement): readonly Reason[] {
  const { source } = circuitBandwidthsMbps;
  const ordered = circuit.bandwidthMbps;
  if (ordered === mbps) return [];

  const sold = formatBandwidth(mbps);
  const text =
    ordered !== undefined
      ? `${formatBandwidth(ordered)} is not sold: ${sold} is the next larger circuit.`
      : needed > 0
        ? `${sold} is the smallest circuit that suffices for ${formatBandwidth(needed)}.`
        : `Nobody says a bandwidth: ${sold} is the smallest circuit that suffices.`;
  return [{ text, source }];
}

function tierReasons(
  { tier, mbps }: { readonly tier: Tier; readonly mbps: number },
  asked: Requirement,
  named: Tier | undefined,
): readonly Reason[] {
  const { source } = circuitSkus;
  const reach = reachOf(tier, asked);
  const unconfirmed =
    reach.answer === "yes" ? [] : [{ text: `${reach.says} ${unsure(tier)}`, source: reach.source }];
  if (named !== undefined) return [{ text: `The file asks for ${named} by name.`, source }, ...unconfirmed];
  if (tier === "Standard" && unconfirmed.length > 0) return unconfirmed;
  if (tier === "Standard") {
    const where = asked.regions.length === 0 ? "" : `: it reaches ${asked.regions.join(", ")}`;
    return [{ text: `Standard suffices${where}.`, source }];
  }
  return shortfallsOf("Standard", mbps, asked).map(({ text, source }, index, { length }) => ({
    text: index === length - 1 ? `${text} So it is Premium.` : text,
    source,
  }));
}

/** Raising Standard to Premium later takes no new circuit; from Local nothing is known. */
function unsure(tier: Tier): string {
  return tier === "Standard"
    ? "Standard is taken: where Azure refuses the link, the tier can be raised."
    : `Ask the provider before you order ${tier}.`;
}

function refuseShort(tier: Tier, mbps: number, asked: Requirement): Refusal {
  const short = shortfallsOf(tier, mbps, asked);
  const [first] = short;
  return {
    because: short.map(({ text }) => text).join(" "),
    ...(first ? { source: first.source } : {}),
    waysOut: short.map(({ wayOut }) => wayOut),
    origin: asked.circuit.origin,
  };
}

function refuseBandwidth({ circuit, mbps }: Requirement): Refusal {
  const largest = Math.max(...bandwidthsOffered(circuit));
  const wanted = Math.max(mbps, circuit.bandwidthMbps ?? 0);
  return {
    because: `${formatBandwidth(wanted)} are asked of one circuit, and ${circuit.port === undefined ? "a provider's" : "one of ExpressRoute Direct"} goes up to ${formatBandwidth(largest)}.`,
    source: circuitBandwidthsMbps.source,
    waysOut: [
      "Give the site a second circuit.",
      ...(circuit.port === undefined
        ? ["Use ExpressRoute Direct: name its port instead of a provider."]
        : []),
    ],
    origin: circuit.origin,
  };
}
