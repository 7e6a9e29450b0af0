import { withdrawnDefaultRoute } from "../../azure/expressroute-default-route.ts";
import { namedSubnets } from "../../azure/named-subnets.ts";
import { parsePrefix } from "../../ip/index.ts";
import { displayName } from "../../model/display-name.ts";
import type { ProviderRouter } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { findExpressRouteCircuit } from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { isNamed } from "../../model/named-subnet.ts";
import { keyOf } from "../../model/resource-id.ts";
import { routeTableOf } from "../../model/route-table.ts";
import type { Rule } from "../../model/rule.ts";
import { type Subnet, subnetsOf, type VirtualNetwork } from "../../model/virtual-network.ts";
import { findVirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";
import { mayReachInternet } from "../security-rule-ends.ts";

export const insecureDefaultRoute: Rule = {
  id: "express-route-circuit/insecure-default-route",
  severity: "warning",
  summary:
    "Where on-premises advertises the default route, security rules keep the internet closed without it.",
  source: withdrawnDefaultRoute.source,

  *check(estate) {
    for (const router of estate.estate.providerRouters) {
      const index = (router.advertises ?? []).findIndex((text) => parsePrefix(text)?.length === 0);
      if (index < 0) continue;

      const open = networksBehind(router, estate).flatMap((network) =>
        subnetsOf(network, estate).filter((subnet) => opens(subnet, estate)),
      );
      const [first, ...others] = open;
      if (!first) continue;
      const more = others.length > 0 ? ` (and ${others.length} more subnets)` : "";
      yield {
        message: `${router.name} advertises ${router.advertises?.[index]}; when it stops, ${displayName(first.resource)}${more} goes to the internet directly, and no security rule forbids it.`,
        origin: originWithin(router.origin, "advertises", index),
        related: [{ message: `${displayName(first.resource)} stands here`, origin: first.resource.origin }],
        hint: "Deny outbound traffic to Internet in the network security group of the subnet.",
      };
    }
  },
};

function networksBehind({ circuits }: ProviderRouter, estate: EstateIndex): readonly VirtualNetwork[] {
  const networks = circuits
    .flatMap((id) => findExpressRouteCircuit(keyOf(id), estate) ?? [])
    .flatMap((circuit) => connectionsOfCircuit(circuit, estate))
    .flatMap(({ gatewayKey }) => findVirtualNetworkGateway(gatewayKey, estate) ?? [])
    .flatMap((gateway) => rangesBehindGateway(gateway, estate))
    .map(({ network }) => network);
  return [...new Set(networks)];
}

/** Subnets of services have needs of their own; a route for everything, or one that nobody knows, decides by itself. */
function opens(subnet: Subnet, estate: EstateIndex): boolean {
  if (Object.keys(namedSubnets.value).some((name) => isNamed(subnet, name))) return false;

  const answer = routeTableOf(subnet, estate);
  if (answer.kind === "unknown") return false;
  if (answer.kind === "table") {
    const { routes, routesAreKnown } = answer.table;
    if (!routesAreKnown || routes.some(({ addressPrefix }) => addressPrefix?.prefix?.length === 0))
      return false;
  }
  return mayReachInternet(subnet, estate);
}
