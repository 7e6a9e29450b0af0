import { expressRouteGatewaySubnet } from "../../azure/expressroute-gateways.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { circuitsOfGateway } from "../../model/express-route-connection.ts";
import { allExpressRouteGateways, type ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import type { Rule } from "../../model/rule.ts";
import { gatewaySubnetRanges } from "./gateway-subnet-ranges.ts";

export const tooSmallGatewaySubnet: Rule = {
  id: "express-route-gateway/too-small-gateway-subnet",
  severity: "error",
  summary: "The GatewaySubnet of an ExpressRoute gateway is a /27 or larger, and a /26 for many circuits.",
  source: expressRouteGatewaySubnet.source,
  after: ["subnet/too-small-gateway-subnet"],

  *check(estate) {
    for (const gateway of allExpressRouteGateways(estate)) {
      if (gateway.isThere) continue;

      const { length, because } = needOf(gateway, estate);
      for (const { text, prefix, origin, network } of gatewaySubnetRanges(gateway, estate)) {
        if (prefix.length <= length) continue;
        yield {
          message: `${network}/GatewaySubnet uses ${text}; ${gateway.name} needs a /${length}${because}.`,
          origin,
          hint: `Give it a /${length} or larger before the gateway stands in it.`,
        };
      }
    }
  },
};

function needOf({ resource }: ExpressRouteGateway, estate: EstateIndex) {
  const { smallest, manyCircuits } = expressRouteGatewaySubnet.value;
  const links = circuitsOfGateway(resource.id, estate);
  return links.length >= manyCircuits.circuits
    ? { length: manyCircuits.length, because: ` for ${links.length} circuits` }
    : { length: smallest, because: "" };
}
