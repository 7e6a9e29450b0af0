import { formatBandwidth } from "../../model/bandwidth.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { allExpressRouteCircuits, type ExpressRouteCircuit } from "../../model/express-route-circuit.ts";
import type { RecognisedFacility } from "../../model/facility-type.ts";
import type { Meter } from "../../model/meter.ts";
import { keyOf } from "../../model/resource-id.ts";
import { circuitMeters, unknownCircuitMeter } from "./meters.ts";

export function recogniseCircuits(estate: EstateIndex): readonly RecognisedFacility[] {
  return allExpressRouteCircuits(estate).map((circuit) => ({
    facility: "expressroute-circuit",
    resource: keyOf(circuit.resource.id),
    ...(circuit.tier !== undefined && circuit.family !== undefined
      ? { sku: `${circuit.tier}_${circuit.family}` }
      : {}),
    label: labelOf(circuit),
    meters: () => metersOf(circuit),
  }));
}

function labelOf({ tier, bandwidthMbps }: ExpressRouteCircuit): string {
  return [
    "ExpressRoute circuit",
    ...(tier === undefined ? [] : [tier]),
    ...(bandwidthMbps === undefined ? [] : [formatBandwidth(bandwidthMbps)]),
  ].join(" ");
}

/**
 * The month alone: what leaves over it is billed to whoever sends it, the connections. One that is only referred to is
 * paid by whoever has it.
 */
function metersOf({
  resource,
  name,
  tier,
  family,
  bandwidthMbps,
  peeringLocation,
  portKey,
}: ExpressRouteCircuit): readonly Meter[] {
  if (resource.existing) return [];
  if (tier === undefined || family === undefined || bandwidthMbps === undefined)
    return [unknownCircuitMeter(name, peeringLocation)];
  const isDirect = portKey !== undefined;
  return circuitMeters({ name, tier, family, mbps: bandwidthMbps, peeringLocation, isDirect });
}
