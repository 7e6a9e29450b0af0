import { allGatewayConnections, isTunnel } from "../../model/gateway-connection.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const unreachableRemoteEnd: Rule = {
  id: "connection/unreachable-remote-end",
  severity: "error",
  summary: "A tunnel is connected.",
  source:
    "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-troubleshoot-site-to-site-cannot-connect",
  after: [
    "connection/asymmetric-shared-key",
    "connection/asymmetric-ipsec-policy",
    "connection/missing-remote-connection",
  ],

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const { resource, name } = connection;
      const status = textOf(propertyOf(resource, "connectionStatus"));
      if (!isTunnel(connection) || status?.toLowerCase() !== "notconnected") continue;

      yield {
        message: `${name} is not connected: Azure reports that the tunnel is down.`,
        origin: originOf(resource, "properties", "connectionStatus"),
        hint: "Compare the shared key, the IPsec policy and the public IP addresses with those of the device.",
      };
    }
  },
};
