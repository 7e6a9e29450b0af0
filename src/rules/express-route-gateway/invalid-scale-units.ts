import { isScalable, scalableGateway } from "../../azure/expressroute-gateways.ts";
import { allExpressRouteGateways, type ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

const { smallest, largest, smallestThatScales } = scalableGateway.value.units;

export const invalidScaleUnits: Rule = {
  id: "express-route-gateway/invalid-scale-units",
  severity: "error",
  summary: "A scalable ExpressRoute gateway has scale units that Azure takes.",
  source: scalableGateway.source,

  *check(estate) {
    for (const gateway of allExpressRouteGateways(estate)) {
      if (gateway.skuName === undefined || !isScalable(gateway.skuName)) continue;

      const problem = problemOf(gateway);
      if (!problem) continue;
      yield {
        message: `${gateway.name} ${problem.says}.`,
        origin: originOf(gateway.resource, "properties", "autoScaleConfiguration", "bounds", problem.bound),
        hint: problem.hint,
      };
    }
  },
};

function problemOf({ fewestScaleUnits: min, mostScaleUnits: max }: ExpressRouteGateway) {
  const hint = `Write ${smallest} to ${largest}.`;
  if (max !== undefined && (max < smallest || max > largest))
    return {
      says: `has at most ${max} scale units; Azure takes ${smallest} to ${largest}`,
      bound: "max",
      hint,
    };
  if (min !== undefined && (min < smallest || min > largest))
    return {
      says: `has at least ${min} scale units; Azure takes ${smallest} to ${largest}`,
      bound: "min",
      hint,
    };
  if (min === undefined || max === undefined || min === max) return undefined;

  if (min > max)
    return {
      says: `has at least ${min} scale units and at most ${max}`,
      bound: "min",
      hint: `Write ${max} or less.`,
    };
  if (min < smallestThatScales)
    return {
      says: `scales between ${min} and ${max} units; a gateway that scales has at least ${smallestThatScales}`,
      bound: "min",
      hint: `Write ${smallestThatScales}, or ${min} for both.`,
    };
  return undefined;
}
