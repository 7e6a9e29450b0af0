import { allExpressRouteCircuits } from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { type ExpressRouteGateway, findExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { flagOf } from "../../model/flag-of.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

const FLAG = "allowRemoteVnetTraffic";

export const asymmetricRemoteVnetTraffic: Rule = {
  id: "express-route-gateway/asymmetric-remote-vnet-traffic",
  severity: "warning",
  summary: "Of two gateways on one circuit both accept traffic from other virtual networks, or neither.",
  source:
    "https://learn.microsoft.com/azure/expressroute/expressroute-howto-add-gateway-portal-resource-manager",

  *check(estate) {
    const told = new Set<ExpressRouteGateway>();
    for (const circuit of allExpressRouteCircuits(estate)) {
      const gateways = [
        ...new Set(
          connectionsOfCircuit(circuit, estate).flatMap(
            ({ gatewayKey }) => findExpressRouteGateway(gatewayKey, estate) ?? [],
          ),
        ),
      ];
      const accepting = gateways.filter(({ resource }) => flagOf(resource, FLAG) === true);
      const [first, second] = accepting;
      if (!first || second || told.has(first)) continue;

      const refusing = gateways.filter((each) => each !== first);
      const [other] = refusing;
      if (!other || refusing.some(({ resource }) => flagOf(resource, FLAG) === undefined)) continue;
      told.add(first);
      yield {
        message: `${first.name} accepts traffic from other virtual networks over ${circuit.name}, and no gateway there sends any: ${other.name} does not allow it.`,
        origin: originOf(first.resource, "properties", FLAG),
        hint: "Peer the two networks; or set allowRemoteVnetTraffic on both gateways.",
      };
    }
  },
};
