import { gatewaySubnetRouting } from "../../azure/dedicated-subnets.ts";
import { contains, overlaps, type Prefix } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import { displayName } from "../../model/display-name.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import { parentNetwork } from "../../model/parent-network.ts";
import { goesTo } from "../../model/route.ts";
import { allRouteTables, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import type { Subnet } from "../../model/virtual-network.ts";

export const overlappingGatewaySubnetRoute: Rule = {
  id: "route-table/overlapping-gateway-subnet-route",
  severity: "warning",
  summary: "No route of a GatewaySubnet takes away what is meant for the gateway itself.",
  source: gatewaySubnetRouting.source,

  *check(estate) {
    for (const table of allRouteTables(estate)) {
      for (const subnet of subnetsOfRouteTable(table, estate).filter(isGatewaySubnet)) {
        for (const route of table.routes) {
          const prefix = route.addressPrefix?.prefix;
          if (!route.addressPrefix || !prefix || goesTo(route, "VnetLocal")) continue;

          const own = ownRange(subnet, prefix);
          if (!own || !beatsSystemRoute(prefix, subnet, estate)) continue;
          yield {
            message: `Route ${route.name} sends ${route.addressPrefix.text} elsewhere, which overlaps ${own.text} of ${displayName(subnet.resource)} itself.`,
            origin: route.addressPrefix.origin,
            related: [{ message: `${displayName(subnet.resource)} uses ${own.text}`, origin: own.origin }],
            hint: `Name only ranges outside ${own.text}, such as those of other subnets.`,
          };
        }
      }
    }
  },
};

function ownRange(subnet: Subnet, prefix: Prefix) {
  return subnet.addressPrefixes.filter(isValid).find((range) => overlaps(range.prefix, prefix));
}

/** A route wider than the network's own range never wins against it, and does no harm. */
function beatsSystemRoute(prefix: Prefix, subnet: Subnet, estate: EstateIndex): boolean {
  const space = parentNetwork(subnet, estate)?.addressSpace.filter(isValid) ?? [];
  return space.some((range) => contains(range.prefix, prefix));
}
