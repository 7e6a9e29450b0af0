import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { hasEntries } from "../vpn-gateway-features.ts";

export const unsupportedCustomBgpAddress: Rule = {
  id: "connection/unsupported-custom-bgp-address",
  severity: "error",
  summary: "Only a connection of an active-active gateway to a site chooses its BGP addresses.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/configure-bgp",

  *check(estate) {
    for (const { resource, name, connectionType, virtualNetworkGateway1 } of allGatewayConnections(estate)) {
      const property = "gatewayCustomBgpIpAddresses";
      if (!hasEntries(resource, property) || connectionType === undefined) continue;

      const gateway = findVirtualNetworkGateway(virtualNetworkGateway1, estate);
      const isAlone = gateway?.activeActive === false;
      if (connectionType === "IPsec" && !isAlone) continue;
      yield {
        message:
          connectionType === "IPsec"
            ? `${name} chooses BGP addresses of ${gateway?.name}, which is not active-active.`
            : `${name} is of the type ${connectionType} and chooses BGP addresses, which only IPsec does.`,
        origin: originOf(resource, "properties", property),
        hint: `Remove ${property}; the address of the gateway itself is then used.`,
      };
    }
  },
};
