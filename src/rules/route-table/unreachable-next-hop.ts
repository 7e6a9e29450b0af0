import { userDefinedRoutes } from "../../azure/route-tables.ts";
import type { Address } from "../../ip/index.ts";
import { displayName } from "../../model/display-name.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { parentNetwork } from "../../model/parent-network.ts";
import { goesToAppliance } from "../../model/route.ts";
import { allRouteTables, type RouteTable, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import type { Subnet, VirtualNetwork } from "../../model/virtual-network.ts";
import { type DirectReach, directReach } from "../direct-reach.ts";

export const unreachableNextHop: Rule = {
  id: "route-table/unreachable-next-hop",
  severity: "error",
  summary: "The appliance that a route goes to stands in the same virtual network, or in one peered with it.",
  source: userDefinedRoutes.source,

  *check(estate) {
    const reachOf = directReach(estate);
    for (const table of allRouteTables(estate)) {
      const users = usersOf(table, estate);
      for (const route of table.routes.filter(goesToAppliance)) {
        for (const { text, address, origin } of route.nextHopAddresses) {
          if (!address) continue;

          const cutOff = users.find(({ network }) => isOutside(address, reachOf(network)));
          if (!cutOff) continue;
          const { network, subnet } = cutOff;
          yield {
            message: `Route ${route.name} goes to ${text}, which is neither in ${network.name} nor in a network peered with it.`,
            origin,
            related: [
              {
                message: `${displayName(subnet.resource)} uses ${table.name}`,
                origin: subnet.resource.origin,
              },
            ],
            hint: `Name an appliance in ${network.name} or in a peered network, or add the peering.`,
          };
        }
      }
    }
  },
};

function isOutside(address: Address, reach: DirectReach | undefined): boolean {
  return reach !== undefined && reach.lookup(address) === undefined;
}

interface User {
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
}

/** Each network that uses the table once, with the first of its subnets that does. */
function usersOf(table: RouteTable, estate: EstateIndex): readonly User[] {
  const users = new Map<VirtualNetwork, User>();
  for (const subnet of subnetsOfRouteTable(table, estate)) {
    const network = parentNetwork(subnet, estate);
    if (network && !users.has(network)) users.set(network, { network, subnet });
  }
  return [...users.values()];
}
