import { localCircuit } from "../../azure/expressroute-circuits.ts";
import { findPeeringLocation, peeringLocations } from "../../azure/expressroute-locations.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import {
  allExpressRouteCircuits,
  type ExpressRouteCircuit,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { findExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";

const AUTHORIZATIONS = "Microsoft.Network/expressRouteCircuits/authorizations";
const GLOBAL_REACH = "Microsoft.Network/expressRouteCircuits/peerings/connections";

export const tooLargeSku: Rule = {
  id: "express-route-circuit/too-large-sku",
  severity: "info",
  summary: "A circuit that reaches only the region beside its peering location is Local.",
  source: peeringLocations.source,

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      const { resource, name, tier, family, bandwidthMbps, peeringLocation } = circuit;
      if (
        resource.existing ||
        tier?.toLowerCase() !== "standard" ||
        family?.toLowerCase() !== "unlimiteddata"
      )
        continue;
      if (bandwidthMbps === undefined || bandwidthMbps < localCircuit.value.smallestMbps) continue;
      if (peeringLocation === undefined || !isAllKnown(circuit, estate)) continue;

      const { localRegions = [] } = findPeeringLocation(peeringLocation) ?? {};
      const regions = connectionsOfCircuit(circuit, estate).map(
        ({ gatewayKey }) => findExpressRouteGateway(gatewayKey, estate)?.region,
      );
      if (regions.length === 0) continue;
      if (!regions.every((region) => region !== undefined && localRegions.includes(region))) continue;
      yield {
        message: `${name} pays for unlimited traffic of a Standard circuit, and reaches ${[...new Set(regions)].join(" and ")} alone: in ${peeringLocation} a Local circuit does that for less.`,
        origin: originOf(resource, "sku", "tier"),
        hint: "Order a Local circuit beside it and move over: a Standard circuit cannot become Local.",
      };
    }
  },
};

/** Whether nobody else uses it: in other subscriptions, or over Global Reach. */
function isAllKnown(circuit: ExpressRouteCircuit, estate: EstateIndex): boolean {
  const { resource } = circuit;
  if (!isSubscriptionComplete(resource, estate)) return false;
  if (propertyOf(resource, "peerings") !== undefined || propertyOf(resource, "authorizations") !== undefined)
    return false;
  if (estate.childrenOf(resource, AUTHORIZATIONS).length > 0) return false;

  return peeringsOfCircuit(circuit, estate).every(
    (peering) => estate.childrenOf(peering.resource, GLOBAL_REACH).length === 0,
  );
}
