import {
  expressRouteGatewaySkus,
  findExpressRouteGatewaySku,
  isScalable,
  scalableGateway,
} from "../../azure/expressroute-gateways.ts";
import { allExpressRouteConnections } from "../../model/express-route-connection.ts";
import { type ExpressRouteGateway, findExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { flagOf } from "../../model/flag-of.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const unsupportedFastPath: Rule = {
  id: "express-route-connection/unsupported-fast-path",
  severity: "error",
  summary: "FastPath is for the largest ExpressRoute gateways.",
  source: expressRouteGatewaySkus.source,

  *check(estate) {
    for (const { resource, name, gatewayKey } of allExpressRouteConnections(estate)) {
      const gateway = findExpressRouteGateway(gatewayKey, estate);
      if (!gateway || flagOf(resource, "expressRouteGatewayBypass") !== true) continue;

      const lacks = lackOf(gateway);
      if (!lacks) continue;
      yield {
        message: `${name} bypasses ${gateway.name} by FastPath, which ${lacks} does not support.`,
        origin: originOf(resource, "properties", "expressRouteGatewayBypass"),
        related: [
          {
            message: `${gateway.name} has ${gateway.skuName}`,
            origin: originOf(gateway.resource, "properties", "sku", "name"),
          },
        ],
        hint: `Choose ErGw3AZ, or ErGwScale with at least ${scalableGateway.value.fastPathFromUnits} scale units; or turn FastPath off.`,
      };
    }
  },
};

function lackOf({ skuName, fewestScaleUnits }: ExpressRouteGateway): string | undefined {
  if (skuName === undefined) return undefined;
  if (!isScalable(skuName))
    return findExpressRouteGatewaySku(skuName)?.fastPath === false ? skuName : undefined;
  if (fewestScaleUnits === undefined || fewestScaleUnits >= scalableGateway.value.fastPathFromUnits)
    return undefined;

  return `${skuName} with ${fewestScaleUnits} scale units`;
}
