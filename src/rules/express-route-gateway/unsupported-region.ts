import { isScalable, scalableGateway } from "../../azure/expressroute-gateways.ts";
import { allExpressRouteGateways } from "../../model/express-route-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const unsupportedRegion: Rule = {
  id: "express-route-gateway/unsupported-region",
  severity: "error",
  summary: "A scalable ExpressRoute gateway stands in a region that has such gateways.",
  source: scalableGateway.source,

  *check(estate) {
    const missingIn: readonly string[] = scalableGateway.value.missingIn;
    for (const { resource, name, skuName, region, isThere } of allExpressRouteGateways(estate)) {
      if (isThere || skuName === undefined || !isScalable(skuName)) continue;
      if (region === undefined || !missingIn.includes(region)) continue;
      yield {
        message: `${name} has the SKU ${skuName}, which ${region} does not have (as of ${scalableGateway.readOn}).`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: "Choose ErGw1AZ, ErGw2AZ or ErGw3AZ.",
      };
    }
  },
};
