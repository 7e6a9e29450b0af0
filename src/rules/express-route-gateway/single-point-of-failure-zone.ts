import { expressRouteGatewaySkus, findExpressRouteGatewaySku } from "../../azure/expressroute-gateways.ts";
import { regions } from "../../azure/regions.ts";
import { allExpressRouteGateways } from "../../model/express-route-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const singlePointOfFailureZone: Rule = {
  id: "express-route-gateway/single-point-of-failure-zone",
  severity: "warning",
  summary: "An ExpressRoute gateway stands in several availability zones where the region has some.",
  source: expressRouteGatewaySkus.source,

  *check(estate) {
    for (const { resource, name, skuName, region } of allExpressRouteGateways(estate)) {
      const sku = skuName === undefined ? undefined : findExpressRouteGatewaySku(skuName);
      if (!sku || sku.zoneRedundant || region === undefined) continue;
      if (!regions.value[region]?.availabilityZones) continue;
      yield {
        message: `${name} has the SKU ${skuName}: in ${region} it stands in one availability zone, and fails with it.`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: `Choose ${sku.zoneRedundantSku}: an existing gateway is moved by Azure's migration tool.`,
      };
    }
  },
};
