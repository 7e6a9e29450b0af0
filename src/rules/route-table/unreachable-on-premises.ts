import { overlaps } from "../../ip/index.ts";
import { displayName } from "../../model/display-name.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { isGatewaySubnet } from "../../model/named-subnet.ts";
import { parentNetwork } from "../../model/parent-network.ts";
import { originOf } from "../../model/resource.ts";
import { goesTo, goesToAppliance, type Route } from "../../model/route.ts";
import { allRouteTables, type RouteTable, subnetsOfRouteTable } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { type OnPremisesPrefix, onPremisesPrefixes } from "../on-premises-prefixes.ts";

export const unreachableOnPremises: Rule = {
  id: "route-table/unreachable-on-premises",
  severity: "warning",
  summary: "A route table that refuses the gateway's routes has routes of its own to the sites behind it.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#border-gateway-protocol",
  after: ["route-table/unsupported-propagation-off-on-gateway-subnet"],

  *check(estate) {
    const prefixesOf = onPremisesPrefixes(estate);
    for (const table of allRouteTables(estate)) {
      const lost =
        table.disableBgpRoutePropagation && table.routesAreKnown && firstLost(table, estate, prefixesOf);
      if (!lost) continue;
      const { subnet, onPremises } = lost;
      yield {
        message: `${table.name} keeps the gateway's routes from ${displayName(subnet.resource)} and has none to ${onPremises.text} of ${onPremises.owner}.`,
        origin: originOf(table.resource, "properties", "disableBgpRoutePropagation"),
        related: [{ message: `${onPremises.owner} has ${onPremises.text}`, origin: onPremises.origin }],
        hint: `Add a route for ${onPremises.text} to an appliance or to the VirtualNetworkGateway, or set disableBgpRoutePropagation to false.`,
      };
    }
  },
};

function firstLost(
  table: RouteTable,
  estate: EstateIndex,
  prefixesOf: ReturnType<typeof onPremisesPrefixes>,
) {
  const decided = table.routes.filter(isDecision);
  for (const subnet of subnetsOfRouteTable(table, estate)) {
    const network = isGatewaySubnet(subnet) ? undefined : parentNetwork(subnet, estate);
    const onPremises = network && prefixesOf(network).find((each) => !isDecided(each, decided));
    if (onPremises) return { subnet, onPremises };
  }
  return undefined;
}

/** Whoever sends the range somewhere, or drops it, has thought of it. */
function isDecision(route: Route): boolean {
  return goesToAppliance(route) || goesTo(route, "VirtualNetworkGateway") || goesTo(route, "None");
}

function isDecided({ prefix }: OnPremisesPrefix, routes: readonly Route[]): boolean {
  return routes.some(({ addressPrefix }) => addressPrefix?.prefix && overlaps(addressPrefix.prefix, prefix));
}
