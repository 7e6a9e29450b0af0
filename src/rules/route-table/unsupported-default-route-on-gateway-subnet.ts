import { gatewaySubnetRouting } from "../../azure/dedicated-subnets.ts";
import { displayName } from "../../model/display-name.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import { allRouteTables, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";

export const unsupportedDefaultRouteOnGatewaySubnet: Rule = {
  id: "route-table/unsupported-default-route-on-gateway-subnet",
  severity: "error",
  summary: "The route table of a GatewaySubnet has no default route.",
  source: gatewaySubnetRouting.source,

  *check(estate) {
    for (const table of allRouteTables(estate)) {
      const subnet = subnetsOfRouteTable(table, estate).find(isGatewaySubnet);
      if (!subnet) continue;

      for (const { name, addressPrefix } of table.routes) {
        if (addressPrefix?.prefix?.length !== 0) continue;
        yield {
          message: `Route ${name} sends ${addressPrefix.text} of ${displayName(subnet.resource)} elsewhere; Azure supports no default route there.`,
          origin: addressPrefix.origin,
          related: [
            { message: `${displayName(subnet.resource)} uses ${table.name}`, origin: subnet.resource.origin },
          ],
          hint: `Give ${displayName(subnet.resource)} a route table of its own, without ${addressPrefix.text}.`,
        };
      }
    }
  },
};
