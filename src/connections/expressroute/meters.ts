import { findPeeringLocation } from "../../azure/expressroute-locations.ts";
import type { ExpressRouteConnection } from "../../model/express-route-connection.ts";
import type { Meter } from "../../model/meter.ts";
import type { Traffic } from "../../model/needs.ts";

/**
 * What leaves Azure over metered circuits, spread evenly over all of them; what enters is free, and so is what leaves
 * over an unlimited one. Gateway and circuits are billed for themselves.
 */
export function metersOf(
  connections: readonly ExpressRouteConnection[],
  traffic: Traffic | undefined,
): readonly Meter[] {
  const share = traffic && traffic.there / connections.length;
  return connections.flatMap(({ circuit }): readonly Meter[] => {
    if (circuit?.family?.toLowerCase() !== "metereddata") return [];

    const { peeringLocation, name } = circuit;
    return [
      {
        serviceName: "ExpressRoute",
        productName: "ExpressRoute",
        meterName: "Metered Data - Data Transfer Out",
        location: zoneOf(peeringLocation),
        unit: "GB",
        quantity: share,
        label: `leaving Azure over ${name}`,
      },
    ];
  });
}

function zoneOf(peeringLocation: string | undefined): string | undefined {
  const known = peeringLocation === undefined ? undefined : findPeeringLocation(peeringLocation);
  return known && `Zone ${known.zone}`;
}
