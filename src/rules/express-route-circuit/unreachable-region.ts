import {
  findPeeringLocation,
  geopoliticalRegionOfLocation,
  geopoliticalRegionOfRegion,
  geopoliticalRegions,
} from "../../azure/expressroute-locations.ts";
import { allExpressRouteConnections } from "../../model/express-route-connection.ts";
import { findExpressRouteGateway } from "../../model/express-route-gateway.ts";
import type { Rule } from "../../model/rule.ts";

export const unreachableRegion: Rule = {
  id: "express-route-circuit/unreachable-region",
  severity: "error",
  summary: "A circuit is linked with networks in the regions that its tier reaches.",
  source: geopoliticalRegions.source,

  *check(estate) {
    for (const connection of allExpressRouteConnections(estate)) {
      const { circuit } = connection;
      const gateway = findExpressRouteGateway(connection.gatewayKey, estate);
      if (!gateway?.region || circuit?.tier === undefined || circuit.peeringLocation === undefined) continue;

      const limit = limitOf(circuit.tier, circuit.peeringLocation, gateway.region);
      if (!limit) continue;
      yield {
        message: `${connection.name} joins ${gateway.name} in ${gateway.region} with ${circuit.name}, a ${circuit.tier} circuit in ${circuit.peeringLocation}: it reaches ${limit.reach}.`,
        origin: connection.origin,
        hint: `Make ${circuit.name} ${limit.tier}, or use a circuit near ${gateway.region}.`,
      };
    }
  },
};

/** How far the circuit reaches where that is not far enough, and the tier that does. */
function limitOf(tier: string, peeringLocation: string, region: string) {
  if (tier.toLowerCase() === "premium") return undefined;

  const ofCircuit = geopoliticalRegionOfLocation(peeringLocation);
  const ofGateway = geopoliticalRegionOfRegion(region);
  const isSame = ofCircuit === ofGateway;
  if (ofCircuit && ofGateway && !isSame) return { reach: `${ofCircuit} alone`, tier: "Premium" };

  const { localRegions = [] } = findPeeringLocation(peeringLocation) ?? {};
  if (tier.toLowerCase() !== "local" || !isSame || localRegions.length === 0) return undefined;
  return localRegions.includes(region)
    ? undefined
    : { reach: `${localRegions.join(" and ")} alone`, tier: "Standard" };
}
