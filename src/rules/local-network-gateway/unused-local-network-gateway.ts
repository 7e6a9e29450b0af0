import { allGatewayConnections, connectionsTo } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { allLocalNetworkGateways } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";

export const unusedLocalNetworkGateway: Rule = {
  id: "local-network-gateway/unused-local-network-gateway",
  severity: "info",
  summary: "A local network gateway has a connection.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#lng",

  *check(estate) {
    const mayEndHere = allGatewayConnections(estate).some(
      ({ resource, connectionType, localNetworkGateway2 }) =>
        (connectionType === "IPsec" || connectionType === undefined) &&
        localNetworkGateway2 === undefined &&
        !isAbsent(resource, "localNetworkGateway2", "id"),
    );
    if (mayEndHere) return;

    for (const { resource, name } of allLocalNetworkGateways(estate)) {
      if (resource.existing || !isSubscriptionComplete(resource, estate)) continue;
      if (connectionsTo(resource, estate).length > 0) continue;

      yield {
        message: `${name} has no connection: no tunnel leads to that site.`,
        origin: originOf(resource, "name"),
        hint: `Connect a VPN gateway to ${name}, or remove it.`,
      };
    }
  },
};
