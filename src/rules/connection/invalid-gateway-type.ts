import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { findVirtualNetworkGateway, type GatewayType } from "../../model/virtual-network-gateway.ts";

const NEEDED: Readonly<Record<string, GatewayType>> = {
  IPsec: "Vpn",
  Vnet2Vnet: "Vpn",
  ExpressRoute: "ExpressRoute",
};

export const invalidGatewayType: Rule = {
  id: "connection/invalid-gateway-type",
  severity: "error",
  summary: "A connection begins at a gateway of its own type.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",

  *check(estate) {
    for (const connection of allGatewayConnections(estate)) {
      const { resource, name, connectionType } = connection;
      const needed = connectionType === undefined ? undefined : NEEDED[connectionType];
      for (const end of ["virtualNetworkGateway1", "virtualNetworkGateway2"] as const) {
        const gateway = findVirtualNetworkGateway(connection[end], estate);
        if (!needed || !gateway?.gatewayType || gateway.gatewayType === needed) continue;

        yield {
          message: `${name} is of the type ${connectionType}, and ${gateway.name} is a gateway of the type ${gateway.gatewayType}.`,
          origin: originOf(resource, "properties", end, "id"),
          related: [
            {
              message: `${gateway.name} is of the type ${gateway.gatewayType}`,
              origin: originOf(gateway.resource, "properties", "gatewayType"),
            },
          ],
          hint: `Name a gateway of the type ${needed}, or correct the connectionType.`,
        };
      }
    }
  },
};
