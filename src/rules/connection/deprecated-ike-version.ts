import { allGatewayConnections, isTunnel } from "../../model/gateway-connection.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";

export const deprecatedIkeVersion: Rule = {
  id: "connection/deprecated-ike-version",
  severity: "warning",
  summary: "A tunnel uses IKEv2 where the device can do it.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const { resource, name, virtualNetworkGateway1 } = connection;
      const protocol = textOf(propertyOf(resource, "connectionProtocol"));
      if (!isTunnel(connection) || protocol?.toLowerCase() !== "ikev1") continue;
      if (findVirtualNetworkGateway(virtualNetworkGateway1, estate)?.vpnType === "PolicyBased") continue;

      yield {
        message: `${name} uses IKEv1, which drops the tunnel for some seconds each time it renews its keys.`,
        origin: originOf(resource, "properties", "connectionProtocol"),
        hint: "Write IKEv2; that takes a new connection.",
      };
    }
  },
};
