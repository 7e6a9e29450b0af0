import { expressRouteFaq, expressRouteSla, largestProviderCircuitMbps } from "../../azure/expressroute.ts";
import {
  circuitBandwidthsMbps,
  circuitEncryption,
  directCircuits,
} from "../../azure/expressroute-circuits.ts";
import { regions } from "../../azure/regions.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Claim, Claims } from "../../model/claims.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { CircuitIntent } from "../../model/intent.ts";
import { bandwidthOf, circuitsThatCarry, largestOf, locationsOf } from "./circuit-bandwidth.ts";
import { endsOf } from "./ends.ts";

const FAQ = expressRouteFaq.source;

export function claimsOf(wish: Wish): Claims {
  return {
    encryption: {
      value: "none",
      says: `A circuit is private and not encrypted by itself.${hasPorts(wish) ? " MACsec can encrypt the links of the ports, which only ExpressRoute Direct offers." : ""}`,
      source: circuitEncryption.source,
    },
    crossesInternet: { value: false, says: "A circuit never touches the internet.", source: FAQ },
    bandwidthMbps: bandwidthClaim(wish),
    bandwidthIsGuaranteed: {
      value: true,
      says: "A circuit has the bandwidth that was ordered.",
      source: FAQ,
    },
    sla: {
      value: expressRouteSla.value,
      says: `Circuit and gateway have an SLA of ${expressRouteSla.value}% with both sessions up; the last mile is not in it.`,
      source: expressRouteSla.source,
    },
    latencyMs: {
      says: "No round trip is published for a circuit; the provider knows it.",
      source: FAQ,
    },
    leadTimeDays: leadTimeClaim(wish),
    resilience: resilienceClaim(wish),
  };
}

function hasPorts(wish: Wish): boolean {
  return (endsOf(wish)?.site.circuits ?? []).some(({ port }) => port !== undefined);
}

function bandwidthClaim(wish: Wish): Claim<number> {
  const ends = endsOf(wish);
  const circuits = ends?.site.circuits ?? [];
  const ordered = circuits.filter(({ bandwidthMbps }) => bandwidthMbps !== undefined);
  const [only] = circuits;
  if (!ends || !only || ordered.length === 0) return largestClaim(circuits);

  const { name } = ends.site;
  const mbps = bandwidthOf(circuits, wish.needs);
  if (mbps === undefined)
    return {
      says: `Not every circuit of ${name} says its bandwidth, so what they carry is not known.`,
      source: FAQ,
    };
  if (circuits.length === 1)
    return { value: mbps, says: `The circuit of ${name} has ${formatBandwidth(mbps)}.`, source: FAQ };

  const carrying = circuitsThatCarry(circuits, wish.needs);
  const smallest = formatBandwidth(mbps / carrying);
  const isReduced = carrying < circuits.length && wish.needs.resilience !== undefined;
  const which = `${isReduced ? `${carrying} of the` : "The"} ${circuits.length} circuits of ${name}`;
  const when = isReduced ? " after the loss that is to be survived" : "";
  return {
    value: mbps,
    says:
      carrying === 1
        ? `${which} is left${when}, and the smallest has ${smallest}.`
        : `${which} carry ${formatBandwidth(mbps)}${when}: flows are spread evenly over ${carrying}, and the smallest has ${smallest}.`,
    source: FAQ,
  };
}

/** Circuits that are not ordered yet are ordered as large as is asked for; one that exists is as it is. */
function largestClaim(circuits: readonly CircuitIntent[]): Claim<number> {
  const { value, source } = largestProviderCircuitMbps;
  if (circuits.some(({ existing }) => existing !== undefined))
    return { says: "The file does not say the bandwidth of the circuit that exists.", source: FAQ };
  const [first] = circuits;
  if (first && circuits.every(({ port }) => port !== undefined)) {
    const largest = largestOf(first);
    const says = `Circuits of ExpressRoute Direct go up to ${formatBandwidth(largest)}, where the ports are as large.`;
    return { value: largest, says, source: circuitBandwidthsMbps.source };
  }
  return { value, says: `Circuits through a provider go up to ${value / 1000} Gbps.`, source };
}

/** Only the site's own provider can say. Where the loss of a circuit is to be survived, the last one counts. */
function leadTimeClaim(wish: Wish): Claim<number> {
  const circuits = endsOf(wish)?.site.circuits ?? [];
  const needsAll = ["circuit", "peeringLocation"].includes(wish.needs.resilience?.value ?? "");
  const days = circuits.map(({ existing, port, leadTimeDays }) =>
    existing !== undefined ? 0 : (leadTimeDays ?? (port === undefined ? undefined : 0)),
  );
  const known = days.filter((each) => each !== undefined);
  if (known.length === 0 || (needsAll && known.length < days.length)) {
    const says =
      circuits.length === 0
        ? "The site names no circuit and so no lead time; providers take weeks."
        : "Not every circuit names its lead time; providers take weeks.";
    return { says, source: FAQ };
  }
  const value = needsAll ? Math.max(...known) : Math.min(...known);
  if (value === 0 && circuits.some(({ port }) => port !== undefined)) {
    const says = "The ports of ExpressRoute Direct are there, and a circuit on them waits for no provider.";
    return { value, says, source: directCircuits.source };
  }
  const there =
    needsAll && known.length > 1 ? "All circuits are there already." : "A circuit is there already.";
  return { value, says: value === 0 ? there : `The provider takes ${value} days.`, source: FAQ };
}

function resilienceClaim(wish: Wish): Claim<readonly string[]> {
  const ends = endsOf(wish);
  const circuits = ends?.site.circuits ?? [];
  const region = ends?.network.region;
  const hasZones = region === undefined || regions.value[region]?.availabilityZones !== false;
  const locations = locationsOf(circuits).size;
  const value = [
    "instance",
    ...(hasZones ? ["zone"] : []),
    "device",
    ...(circuits.length > 1 ? ["circuit"] : []),
    ...(locations > 1 ? ["peeringLocation"] : []),
  ];
  return { value, says: resilienceSays(circuits.length, locations), source: FAQ };
}

function resilienceSays(circuits: number, locations: number): string {
  const links = "Every circuit has two links, which end at different devices";
  if (circuits < 2) return `${links}; the loss of a circuit takes a second one to survive.`;
  if (locations < 2)
    return `${links}; ${circuits} circuits survive the loss of one, and no two are known to be at different peering locations.`;
  return `${links}; ${circuits} circuits at ${locations} peering locations survive the loss of either.`;
}
