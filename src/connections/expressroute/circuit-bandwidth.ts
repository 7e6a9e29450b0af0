import { largestProviderCircuitMbps, mostCircuitsAtOnce } from "../../azure/expressroute.ts";
import { circuitBandwidthsMbps } from "../../azure/expressroute-circuits.ts";
import type { CircuitIntent } from "../../model/intent.ts";
import type { Needs } from "../../model/needs.ts";

/** How many circuits carry, at the worst moment that must be survived. */
export function circuitsThatCarry(circuits: readonly CircuitIntent[], needs: Needs): number {
  return Math.min(mostCircuitsAtOnce.value, circuits.length - lostAtWorst(circuits, needs.resilience?.value));
}

/**
 * What they carry together then. Azure spreads flows evenly, so the smallest of them bounds each of the others;
 * `undefined` where one that exists does not say its bandwidth; a new one is ordered as large as is asked for.
 */
export function bandwidthOf(circuits: readonly CircuitIntent[], needs: Needs): number | undefined {
  const bandwidths = circuits.map(
    (circuit) => circuit.bandwidthMbps ?? (circuit.existing === undefined ? largestOf(circuit) : undefined),
  );
  if (!bandwidths.every((mbps) => mbps !== undefined)) return undefined;
  return circuitsThatCarry(circuits, needs) * Math.min(...bandwidths);
}

/** The largest that can be ordered: through a provider, or on ports of ExpressRoute Direct. */
export function largestOf({ port }: CircuitIntent): number {
  return port === undefined
    ? largestProviderCircuitMbps.value
    : Math.max(...circuitBandwidthsMbps.value.direct);
}

function lostAtWorst(
  circuits: readonly CircuitIntent[],
  loss: NonNullable<Needs["resilience"]>["value"] | undefined,
): number {
  if (circuits.length < 2) return 0;
  if (loss === "circuit") return 1;
  if (loss !== "peeringLocation" || locationsOf(circuits).size < 2) return 0;
  return Math.max(...locationsOf(circuits).values());
}

/** How many circuits each known peering location has. */
export function locationsOf(circuits: readonly CircuitIntent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { peeringLocation } of circuits) {
    const key = peeringLocation?.toLowerCase();
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
