import { circuitProvisioning } from "../../azure/expressroute-circuits.ts";
import { allExpressRouteCircuits, peeringsOfCircuit } from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingProvisioning: Rule = {
  id: "express-route-circuit/missing-provisioning",
  severity: "error",
  summary: "A circuit that something depends on has been provisioned by its provider.",
  source: circuitProvisioning.source,

  *check(estate) {
    const { states, peeringsNeed } = circuitProvisioning.value;
    for (const circuit of allExpressRouteCircuits(estate)) {
      const state = textOf(propertyOf(circuit.resource, "serviceProviderProvisioningState"));
      if (!states.some((each) => each === state) || state === peeringsNeed) continue;

      const names = [...peeringsOfCircuit(circuit, estate), ...connectionsOfCircuit(circuit, estate)];
      const [first] = names;
      if (!first) continue;
      yield {
        message: `${circuit.name} is ${state} at its provider, and ${first.name} depends on it.`,
        origin: originOf(circuit.resource, "properties", "serviceProviderProvisioningState"),
        hint: `Give the service key of ${circuit.name} to the provider, and wait until the state is ${peeringsNeed}.`,
      };
    }
  },
};
