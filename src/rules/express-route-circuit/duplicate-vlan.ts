import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import {
  allExpressRouteCircuits,
  type CircuitPeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { numberOf } from "../../model/number-of.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const duplicateVlan: Rule = {
  id: "express-route-circuit/duplicate-vlan",
  severity: "error",
  summary: "Every peering of a circuit has a VLAN of its own.",
  source: circuitPeerings.source,
  after: ["express-route-circuit/duplicate-peering"],

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      const firsts = new Map<number, CircuitPeering>();
      for (const peering of peeringsOfCircuit(circuit, estate)) {
        const vlanId = numberOf(propertyOf(peering.resource, "vlanId"));
        if (vlanId === undefined) continue;

        const first = firsts.get(vlanId);
        if (!first) {
          firsts.set(vlanId, peering);
          continue;
        }
        yield {
          message: `The peering ${peering.name} of ${circuit.name} has the VLAN ${vlanId}, which ${first.name} has too.`,
          origin: originOf(peering.resource, "properties", "vlanId"),
          related: [
            { message: `${first.name} has it`, origin: originOf(first.resource, "properties", "vlanId") },
          ],
          hint: `Give ${peering.name} another VLAN.`,
        };
      }
    }
  },
};
