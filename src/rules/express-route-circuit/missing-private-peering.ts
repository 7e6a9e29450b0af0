import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import {
  EXPRESS_ROUTE_CIRCUIT,
  findExpressRouteCircuit,
  isPrivatePeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";

export const missingPrivatePeering: Rule = {
  id: "express-route-circuit/missing-private-peering",
  severity: "error",
  summary: "A circuit that virtual networks are linked with has a private peering.",
  source: circuitPeerings.source,

  *check(estate) {
    for (const resource of estate.all(EXPRESS_ROUTE_CIRCUIT)) {
      if (resource.existing || !estate.isComplete(resource.id)) continue;
      // A list that is still here holds something unknown.
      if (propertyOf(resource, "peerings") !== undefined) continue;

      const circuit = findExpressRouteCircuit(keyOf(resource.id), estate);
      const [link] = circuit ? connectionsOfCircuit(circuit, estate) : [];
      if (!circuit || !link) continue;

      const peerings = peeringsOfCircuit(circuit, estate);
      if (peerings.some((peering) => isPrivatePeering(peering) || peering.peeringType === undefined))
        continue;
      yield {
        message: `${circuit.name} has no peering of the type AzurePrivatePeering, so ${link.name} carries nothing.`,
        origin: originOf(resource, "name"),
        related: [{ message: `${link.name} needs it`, origin: link.origin }],
        hint: `Give ${circuit.name} a private peering.`,
      };
    }
  },
};
