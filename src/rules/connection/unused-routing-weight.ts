import { allGatewayConnections, connectionsOf, isTunnel } from "../../model/gateway-connection.ts";
import { numberOf } from "../../model/number-of.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";

export const unusedRoutingWeight: Rule = {
  id: "connection/unused-routing-weight",
  severity: "warning",
  summary: "The routing weight of a tunnel has no effect.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const weight = weightOf(connection.resource);
      const gateway = findVirtualNetworkGateway(connection.virtualNetworkGateway1, estate);
      if (!isTunnel(connection) || !weight || !gateway) continue;

      // One weight for all is a default of the tools; different ones are meant.
      const lighter = connectionsOf(gateway.resource, estate).find(
        (other) => isTunnel(other) && (weightOf(other.resource) ?? weight) < weight,
      );
      if (!lighter) continue;
      yield {
        message: `${connection.name} has the routing weight ${weight}, more than ${lighter.name}, and Azure weighs circuits alone: no tunnel is preferred.`,
        origin: originOf(connection.resource, "properties", "routingWeight"),
        hint: "Let the device prepend its AS path on the tunnel that is not to be preferred.",
      };
    }
  },
};

function weightOf(connection: Resource): number | undefined {
  return numberOf(propertyOf(connection, "routingWeight"));
}
