import { circuitSkus } from "../../azure/expressroute-circuits.ts";
import { allExpressRouteCircuits } from "../../model/express-route-circuit.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

const tiers = Object.keys(circuitSkus.value);

export const unsupportedSku: Rule = {
  id: "express-route-circuit/unsupported-sku",
  severity: "error",
  summary: "A circuit has a tier that Azure offers, and a data plan that goes with it.",
  source: circuitSkus.source,

  *check(estate) {
    for (const { resource, name, tier, family } of allExpressRouteCircuits(estate)) {
      if (tier === undefined) continue;

      const sku = Object.entries(circuitSkus.value).find(
        ([each]) => each.toLowerCase() === tier.toLowerCase(),
      );
      if (!sku) {
        yield {
          message: `${name} has the tier ${tier}; Azure offers ${tiers.join(", ")}.`,
          origin: originOf(resource, "sku", "tier"),
          hint: `Choose one of ${tiers.join(", ")}.`,
        };
        continue;
      }
      const [known, { dataPlans }] = sku;
      if (family === undefined || dataPlans.some((plan) => plan.toLowerCase() === family.toLowerCase()))
        continue;
      yield {
        message: `${name} has the data plan ${family}; a ${known} circuit has ${dataPlans.join(" or ")}.`,
        origin: originOf(resource, "sku", "family"),
        hint: `Write ${dataPlans.join(" or ")}.`,
      };
    }
  },
};
