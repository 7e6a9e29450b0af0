import { expressRouteGatewayLimits } from "../../azure/expressroute-gateways.ts";
import { circuitsOfGateway, type ExpressRouteConnection } from "../../model/express-route-connection.ts";
import { allExpressRouteGateways } from "../../model/express-route-gateway.ts";
import type { Rule } from "../../model/rule.ts";

export const exceedsPeeringLocationLimit: Rule = {
  id: "express-route-gateway/exceeds-peering-location-limit",
  severity: "error",
  summary: "A virtual network is linked with no more circuits of one peering location than Azure takes.",
  source: expressRouteGatewayLimits.source,
  after: ["express-route-gateway/exceeds-circuit-limit"],

  *check(estate) {
    const limit = expressRouteGatewayLimits.value.circuitsOfOneLocation;
    for (const { resource, name } of allExpressRouteGateways(estate)) {
      for (const [location, links] of byLocation(circuitsOfGateway(resource.id, estate))) {
        const first = links[limit];
        if (!first) continue;
        yield {
          message: `${name} is linked with ${links.length} circuits in ${location}; Azure takes ${limit} of one peering location, and ${first.name} is the first above.`,
          origin: first.origin,
          hint: "Take circuits of another peering location.",
        };
      }
    }
  },
};

function byLocation(links: readonly ExpressRouteConnection[]): Map<string, ExpressRouteConnection[]> {
  const groups = new Map<string, ExpressRouteConnection[]>();
  for (const link of links) {
    const location = link.circuit?.peeringLocation;
    if (location === undefined) continue;

    const group = groups.get(location);
    if (group) group.push(link);
    else groups.set(location, [link]);
  }
  return groups;
}
