import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

/** The property that names the far end, and what stands there. */
const FAR_ENDS: Readonly<Record<string, readonly [property: string, noun: string]>> = {
  IPsec: ["localNetworkGateway2", "local network gateway"],
  Vnet2Vnet: ["virtualNetworkGateway2", "second virtual network gateway"],
  ExpressRoute: ["peer", "circuit"],
};

export const missingRemoteEnd: Rule = {
  id: "connection/missing-remote-end",
  severity: "error",
  summary: "A connection names both of its ends.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/connections",

  *check(estate) {
    for (const { resource, name, connectionType } of allGatewayConnections(estate)) {
      if (isAbsent(resource, "virtualNetworkGateway1", "id")) {
        yield {
          message: `${name} names no virtual network gateway to begin at.`,
          origin: originOf(resource, "name"),
          hint: "Write virtualNetworkGateway1.",
        };
      }
      const end = connectionType === undefined ? undefined : FAR_ENDS[connectionType];
      if (!end || !isAbsent(resource, end[0], "id")) continue;
      yield {
        message: `${name} is of the type ${connectionType} and names no ${end[1]} to end at.`,
        origin: originOf(resource, "properties", "connectionType"),
        hint: `Write ${end[0]}.`,
      };
    }
  },
};
