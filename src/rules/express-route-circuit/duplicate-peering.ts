import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import {
  allExpressRouteCircuits,
  type CircuitPeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const duplicatePeering: Rule = {
  id: "express-route-circuit/duplicate-peering",
  severity: "error",
  summary: "A circuit has one peering of each type.",
  source: circuitPeerings.source,

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      const firsts = new Map<string, CircuitPeering>();
      for (const peering of peeringsOfCircuit(circuit, estate)) {
        const type = peering.peeringType?.toLowerCase();
        if (type === undefined) continue;

        const first = firsts.get(type);
        if (!first) {
          firsts.set(type, peering);
          continue;
        }
        yield {
          message: `${circuit.name} has two peerings of the type ${first.peeringType}: ${first.name} and ${peering.name}.`,
          origin: originOf(peering.resource, "properties", "peeringType"),
          related: [
            {
              message: `${first.name} stands here`,
              origin: originOf(first.resource, "properties", "peeringType"),
            },
          ],
          hint: `Remove ${peering.name}.`,
        };
      }
    }
  },
};
