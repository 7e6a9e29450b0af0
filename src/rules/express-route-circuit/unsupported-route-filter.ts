import {
  allExpressRouteCircuits,
  isMicrosoftPeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import type { Rule } from "../../model/rule.ts";

export const unsupportedRouteFilter: Rule = {
  id: "express-route-circuit/unsupported-route-filter",
  severity: "error",
  summary: "A route filter stands at a Microsoft peering alone.",
  source: "https://learn.microsoft.com/azure/expressroute/how-to-routefilter-portal",

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      for (const peering of peeringsOfCircuit(circuit, estate)) {
        if (peering.peeringType === undefined || isMicrosoftPeering(peering)) continue;

        const filter = referenceOf(peering.resource, "routeFilter");
        if (!isReference(filter)) continue;
        yield {
          message: `The peering ${peering.name} of ${circuit.name} has the route filter ${nameOfId(filter.id)}; only a Microsoft peering takes one.`,
          origin: filter.origin,
          hint: `Remove the route filter from ${peering.name}.`,
        };
      }
    }
  },
};
