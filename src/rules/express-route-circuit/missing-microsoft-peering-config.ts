import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import {
  allExpressRouteCircuits,
  isMicrosoftPeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingMicrosoftPeeringConfig: Rule = {
  id: "express-route-circuit/missing-microsoft-peering-config",
  severity: "error",
  summary: "A Microsoft peering says which public ranges it advertises.",
  source: circuitPeerings.source,

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      for (const { resource, name } of peeringsOfCircuit(circuit, estate).filter(isMicrosoftPeering)) {
        const isMissing =
          isAbsent(resource, "microsoftPeeringConfig", "advertisedPublicPrefixes") &&
          isAbsent(resource, "ipv6PeeringConfig", "microsoftPeeringConfig");
        if (!isMissing) continue;
        yield {
          message: `The Microsoft peering ${name} of ${circuit.name} says no public ranges to advertise.`,
          origin: originOf(resource, "properties", "microsoftPeeringConfig", "advertisedPublicPrefixes"),
          hint: "List them in microsoftPeeringConfig.advertisedPublicPrefixes.",
        };
      }
    }
  },
};
