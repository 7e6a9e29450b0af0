import {
  expressRouteGatewaySkus,
  findExpressRouteGatewaySku,
  isScalable,
  scalableGateway,
} from "../../azure/expressroute-gateways.ts";
import { allExpressRouteGateways } from "../../model/express-route-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

const current = [
  ...Object.entries(expressRouteGatewaySkus.value)
    .filter(([, { zoneRedundant }]) => zoneRedundant)
    .map(([name]) => name),
  scalableGateway.value.skuName,
];

export const unsupportedSku: Rule = {
  id: "express-route-gateway/unsupported-sku",
  severity: "error",
  summary: "An ExpressRoute gateway has a SKU that is made for ExpressRoute.",
  source: expressRouteGatewaySkus.source,

  *check(estate) {
    for (const { resource, name, skuName } of allExpressRouteGateways(estate)) {
      if (skuName === undefined || isScalable(skuName) || findExpressRouteGatewaySku(skuName)) continue;
      yield {
        message: `${name} has the SKU ${skuName}, which no ExpressRoute gateway has.`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: `Choose one of ${current.join(", ")}.`,
      };
    }
  },
};
