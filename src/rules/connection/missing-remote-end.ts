import { bareReferences, isBareReference } from "../../model/bare-references.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf, type Resource } from "../../model/resource.ts";
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
      const ends = ["virtualNetworkGateway1", ...Object.values(FAR_ENDS).map(([property]) => property)];
      yield* bareReferences(
        resource,
        ends.map((property) => [property]),
      );
      if (isNowhere(resource, "virtualNetworkGateway1")) {
        yield {
          message: `${name} names no virtual network gateway to begin at.`,
          origin: originOf(resource, "name"),
          hint: "Write virtualNetworkGateway1.",
        };
      }
      const end = connectionType === undefined ? undefined : FAR_ENDS[connectionType];
      if (!end || !isNowhere(resource, end[0])) continue;
      yield {
        message: `${name} is of the type ${connectionType} and names no ${end[1]} to end at.`,
        origin: originOf(resource, "properties", "connectionType"),
        hint: `Write ${end[0]}.`,
      };
    }
  },
};

function isNowhere(resource: Resource, property: string): boolean {
  return isAbsent(resource, property, "id") && !isBareReference(resource, property);
}
