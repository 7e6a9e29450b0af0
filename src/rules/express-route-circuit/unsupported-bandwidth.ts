import { circuitBandwidthsMbps } from "../../azure/expressroute-circuits.ts";
import { allExpressRouteCircuits, placeOfBandwidth } from "../../model/express-route-circuit.ts";
import type { Rule } from "../../model/rule.ts";

export const unsupportedBandwidth: Rule = {
  id: "express-route-circuit/unsupported-bandwidth",
  severity: "error",
  summary: "A circuit has one of the bandwidths that Azure sells.",
  source: circuitBandwidthsMbps.source,

  *check(estate) {
    const { provider, direct } = circuitBandwidthsMbps.value;
    for (const circuit of allExpressRouteCircuits(estate)) {
      const { name, bandwidthMbps, portKey } = circuit;
      const sold: readonly number[] = portKey === undefined ? provider : direct;
      if (bandwidthMbps === undefined || sold.includes(bandwidthMbps)) continue;

      const next = sold.find((mbps) => mbps > bandwidthMbps) ?? provider.at(-1);
      // What the largest ports take is on no page.
      if (portKey !== undefined && bandwidthMbps > Math.max(...sold)) continue;
      yield {
        message: `${name} asks for ${bandwidthMbps} Mbps; Azure sells ${sold.join(", ")} Mbps.`,
        origin: placeOfBandwidth(circuit),
        hint: `Choose ${next} Mbps.`,
      };
    }
  },
};
