import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import { allExpressRouteCircuits, peeringsOfCircuit } from "../../model/express-route-circuit.ts";
import { numberOf } from "../../model/number-of.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const unsupportedPeerAsn: Rule = {
  id: "express-route-circuit/unsupported-peer-asn",
  severity: "error",
  summary: "The routers at a circuit's far end do not use an AS number of Azure.",
  source: circuitPeerings.source,

  *check(estate) {
    const { microsoftAsn, reservedAsns } = circuitPeerings.value;
    const taken: readonly number[] = [microsoftAsn, ...reservedAsns];
    for (const circuit of allExpressRouteCircuits(estate)) {
      for (const { resource, name } of peeringsOfCircuit(circuit, estate)) {
        const asn = numberOf(propertyOf(resource, "peerASN"));
        if (asn === undefined || !taken.includes(asn)) continue;
        yield {
          message: `The peering ${name} of ${circuit.name} has the AS number ${asn}, which ${asn === microsoftAsn ? "is Microsoft's own" : "Azure keeps for itself"}.`,
          origin: originOf(resource, "properties", "peerASN"),
          hint: `Use another number, none of ${taken.join(", ")}.`,
        };
      }
    }
  },
};
