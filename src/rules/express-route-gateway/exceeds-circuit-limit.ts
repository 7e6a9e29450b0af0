import {
  expressRouteGatewaySkus,
  findExpressRouteGatewaySku,
  isScalable,
  scalableGateway,
} from "../../azure/expressroute-gateways.ts";
import { circuitsOfGateway } from "../../model/express-route-connection.ts";
import { allExpressRouteGateways, type ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import type { Rule } from "../../model/rule.ts";

export const exceedsCircuitLimit: Rule = {
  id: "express-route-gateway/exceeds-circuit-limit",
  severity: "error",
  summary: "An ExpressRoute gateway is linked with no more circuits than its SKU takes.",
  source: expressRouteGatewaySkus.source,

  *check(estate) {
    for (const gateway of allExpressRouteGateways(estate)) {
      const limit = limitOf(gateway);
      if (limit === undefined) continue;

      const links = circuitsOfGateway(gateway.resource.id, estate);
      const first = links[limit];
      if (!first) continue;
      yield {
        message: `${gateway.name} is linked with ${links.length} circuits; as ${gateway.skuName} it takes ${limit}, and ${first.name} is the first above.`,
        origin: first.origin,
        hint: `Choose a larger SKU for ${gateway.name}, or link fewer circuits with it.`,
      };
    }
  },
};

function limitOf({ skuName, fewestScaleUnits }: ExpressRouteGateway): number | undefined {
  if (skuName === undefined) return undefined;
  if (!isScalable(skuName)) return findExpressRouteGatewaySku(skuName)?.circuits;
  if (fewestScaleUnits === undefined) return undefined;

  return scalableGateway.value.circuits.find(({ units }) => fewestScaleUnits >= units)?.circuits;
}
