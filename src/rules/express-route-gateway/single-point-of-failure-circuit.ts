import type { EstateIndex } from "../../model/estate-index.ts";
import { circuitsOfGateway } from "../../model/express-route-connection.ts";
import { allExpressRouteGateways, type ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { gatewaysIn } from "../../model/virtual-network-gateway.ts";
import { linksAreKnown } from "./links-are-known.ts";

/** Two places in one metropolitan area, each with a link of the circuit. */
const METRO = / metro$/i;

export const singlePointOfFailureCircuit: Rule = {
  id: "express-route-gateway/single-point-of-failure-circuit",
  severity: "warning",
  summary: "An ExpressRoute gateway has circuits of two peering locations, or a VPN beside its circuit.",
  source: "https://learn.microsoft.com/azure/expressroute/designing-for-high-availability-with-expressroute",

  *check(estate) {
    for (const gateway of allExpressRouteGateways(estate)) {
      if (!linksAreKnown(gateway, estate)) continue;

      const links = circuitsOfGateway(gateway.resource.id, estate);
      const [first] = links;
      const location = first?.circuit?.peeringLocation;
      if (!first || location === undefined || METRO.test(location)) continue;
      if (links.some(({ circuit }) => circuit?.peeringLocation?.toLowerCase() !== location.toLowerCase()))
        continue;
      if (hasVpnBeside(gateway, estate)) continue;
      yield {
        message:
          links.length === 1
            ? `${gateway.name} reaches on-premises by ${first.circuit?.name ?? "one circuit"} alone: when ${location} fails, nothing is left.`
            : `${gateway.name} has ${links.length} circuits, all in ${location}: when it fails, nothing is left.`,
        origin: first.origin,
        hint: "Add a circuit in another peering location, or a site-to-site VPN as a backup.",
      };
    }
  },
};

/** It may carry the traffic of the circuits when they fail. */
function hasVpnBeside({ networkKey }: ExpressRouteGateway, estate: EstateIndex): boolean {
  if (networkKey === undefined) return true;

  const vpnGateways = new Set<ResourceId>(
    gatewaysIn(networkKey, estate)
      .filter(({ gatewayType }) => gatewayType !== "ExpressRoute")
      .map(({ resource }) => keyOf(resource.id)),
  );
  return allGatewayConnections(estate).some(
    ({ virtualNetworkGateway1 }) =>
      virtualNetworkGateway1 !== undefined && vpnGateways.has(virtualNetworkGateway1),
  );
}
