import type { EstateIndex } from "../../model/estate-index.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";
import { connectionBack } from "../connection-pairs.ts";

export const missingRemoteConnection: Rule = {
  id: "connection/missing-remote-connection",
  severity: "error",
  summary: "Two gateways are joined by two connections, one in each direction.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-vnet-vnet-resource-manager-portal",

  *check(estate) {
    if (mayHaveMore(estate)) return;

    for (const connection of allGatewayConnections(estate)) {
      const { resource, name, connectionType, virtualNetworkGateway1, virtualNetworkGateway2 } = connection;
      if (connectionType !== "Vnet2Vnet" || connectionBack(connection, estate)) continue;

      const [here, there] = [virtualNetworkGateway1, virtualNetworkGateway2].map((id) =>
        findVirtualNetworkGateway(id, estate),
      );
      if (!here || !there || here === there || !isSubscriptionComplete(there.resource, estate)) continue;
      yield {
        message: `${name} leads from ${here.name} to ${there.name}, and no connection leads back: the tunnel does not come up.`,
        origin: originOf(resource, "name"),
        hint: `Add a connection from ${there.name} to ${here.name} with the same shared key.`,
      };
    }
  },
};

/** A connection that does not tell its gateways may lead back. */
function mayHaveMore(estate: EstateIndex): boolean {
  return allGatewayConnections(estate).some(
    ({ connectionType, virtualNetworkGateway1, virtualNetworkGateway2 }) =>
      connectionType === undefined ||
      virtualNetworkGateway1 === undefined ||
      (connectionType === "Vnet2Vnet" && virtualNetworkGateway2 === undefined),
  );
}
