import { allExpressRouteConnections } from "../../model/express-route-connection.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import type { Rule } from "../../model/rule.ts";

export const unknownCircuit: Rule = {
  id: "express-route-connection/unknown-circuit",
  severity: "error",
  summary: "The circuit that a connection names exists.",
  source:
    "https://learn.microsoft.com/azure/expressroute/expressroute-howto-linkvnet-portal-resource-manager",

  *check(estate) {
    for (const { name, circuitKey, circuit, origin } of allExpressRouteConnections(estate)) {
      if (circuit || estate.find(circuitKey) || !estate.isComplete(circuitKey)) continue;
      yield {
        message: `${name} names the circuit ${nameOfId(circuitKey)}, which does not exist.`,
        origin,
        hint: `Name a circuit that exists, or create ${nameOfId(circuitKey)}.`,
      };
    }
  },
};
