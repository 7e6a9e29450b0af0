import { circuitBandwidthsMbps } from "../../azure/expressroute-circuits.ts";
import { allExpressRouteCircuits, placeOfBandwidth } from "../../model/express-route-circuit.ts";
import { isAbsent } from "../../model/is-absent.ts";
import type { Rule } from "../../model/rule.ts";
import { unknownAt } from "../../model/unknown-at.ts";

export const missingBandwidth: Rule = {
  id: "express-route-circuit/missing-bandwidth",
  severity: "error",
  summary: "A circuit says its bandwidth: in Mbps of a provider, in Gbps of a port.",
  source: circuitBandwidthsMbps.source,
  after: ["express-route-circuit/duplicate-provider-and-port"],

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      const { resource, name, portKey } = circuit;
      if (unknownAt(resource, "expressRoutePort", "id")) continue;

      const path =
        portKey === undefined ? ["serviceProviderProperties", "bandwidthInMbps"] : ["bandwidthInGbps"];
      if (!isAbsent(resource, ...path)) continue;
      yield {
        message: `${name} says no bandwidth.`,
        origin: placeOfBandwidth(circuit),
        hint: `Write ${path.join(".")}.`,
      };
    }
  },
};
