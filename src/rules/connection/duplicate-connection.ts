import { allGatewayConnections, type GatewayConnection } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";

export const duplicateConnection: Rule = {
  id: "connection/duplicate-connection",
  severity: "error",
  summary: "Two gateways are joined once, unless one of them is active-active.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    const firsts = new Map<string, GatewayConnection>();
    for (const connection of allGatewayConnections(estate)) {
      const { resource, name, connectionType, virtualNetworkGateway1, virtualNetworkGateway2 } = connection;
      if (connectionType !== "Vnet2Vnet" || !virtualNetworkGateway1 || !virtualNetworkGateway2) continue;

      const key = `${virtualNetworkGateway1} ${virtualNetworkGateway2}`;
      const first = firsts.get(key);
      if (!first) firsts.set(key, connection);
      const ends = [virtualNetworkGateway1, virtualNetworkGateway2].map((id) =>
        findVirtualNetworkGateway(id, estate),
      );
      if (!first || ends.some((gateway) => gateway?.activeActive !== false)) continue;
      yield {
        message: `${name} joins ${ends.map((gateway) => gateway?.name).join(" to ")} a second time, and neither is active-active.`,
        origin: originOf(resource, "name"),
        related: [{ message: `${first.name} joins them already`, origin: originOf(first.resource, "name") }],
        hint: `Remove ${name}, or make one of the gateways active-active.`,
      };
    }
  },
};
