import { portSubscription } from "../../azure/expressroute-circuits.ts";
import { allExpressRouteCircuits, placeOfBandwidth } from "../../model/express-route-circuit.ts";
import { allExpressRoutePorts } from "../../model/express-route-port.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";

const MBPS_PER_GBPS = 1000;

export const exceedsBandwidthLimit: Rule = {
  id: "express-route-port/exceeds-bandwidth-limit",
  severity: "error",
  summary: "The circuits of an ExpressRoute Direct port together take no more than twice its bandwidth.",
  source: portSubscription.source,

  *check(estate) {
    for (const { resource, name, bandwidthGbps } of allExpressRoutePorts(estate)) {
      const limit = portSubscription.value.gbpsByPort[String(bandwidthGbps)];
      if (limit === undefined) continue;

      const key = keyOf(resource.id);
      let gbps = 0;
      for (const circuit of allExpressRouteCircuits(estate).filter(({ portKey }) => portKey === key)) {
        gbps += (circuit.bandwidthMbps ?? 0) / MBPS_PER_GBPS;
        if (gbps <= limit) continue;
        yield {
          message: `With ${circuit.name} the circuits of ${name} take ${gbps} Gbps; a port of ${bandwidthGbps} Gbps takes ${limit}.`,
          origin: placeOfBandwidth(circuit),
          hint: `Make circuits of ${name} smaller, or take another port.`,
        };
        break;
      }
    }
  },
};
