import { circuitProvisioning } from "../../azure/expressroute-circuits.ts";
import {
  allExpressRouteCircuits,
  isMicrosoftPeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";

const CONNECTION = "Microsoft.Network/connections";
const AUTHORIZATIONS = "Microsoft.Network/expressRouteCircuits/authorizations";
const GLOBAL_REACH = "Microsoft.Network/expressRouteCircuits/peerings/connections";

export const unusedCircuit: Rule = {
  id: "express-route-circuit/unused-circuit",
  severity: "info",
  summary: "A circuit is linked with something.",
  source: circuitProvisioning.source,

  *check(estate) {
    if (estate.all(CONNECTION).some(saysNoCircuit)) return;

    for (const circuit of allExpressRouteCircuits(estate)) {
      const { resource, name } = circuit;
      if (resource.existing || !isSubscriptionComplete(resource, estate)) continue;
      if (propertyOf(resource, "peerings") !== undefined) continue;
      if (connectionsOfCircuit(circuit, estate).length > 0) continue;
      // Others may have redeemed an authorization, in a subscription that is not here.
      if (estate.childrenOf(resource, AUTHORIZATIONS).length > 0) continue;
      if (propertyOf(resource, "authorizations") !== undefined) continue;

      const peerings = peeringsOfCircuit(circuit, estate);
      if (peerings.some(isMicrosoftPeering)) continue;
      if (peerings.some((peering) => estate.childrenOf(peering.resource, GLOBAL_REACH).length > 0)) continue;
      yield {
        message: `${name} is linked with no gateway: it costs from its service key on, and carries nothing.`,
        origin: originOf(resource, "name"),
        hint: `Link ${name} with a gateway, or have the provider deprovision it and remove it.`,
      };
    }
  },
};

/** It may be linked with any. */
function saysNoCircuit(connection: Resource): boolean {
  return connection.existing === true || unknownAt(connection, "peer", "id") !== undefined;
}
