import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import {
  allExpressRouteCircuits,
  type CircuitPeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

const PREFIXES = ["primaryPeerAddressPrefix", "secondaryPeerAddressPrefix"] as const;

export const missingPeerPrefix: Rule = {
  id: "express-route-circuit/missing-peer-prefix",
  severity: "error",
  summary: "A peering of a circuit has a range for each of the two links.",
  source: circuitPeerings.source,

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      for (const peering of peeringsOfCircuit(circuit, estate)) {
        const absent = absentPrefixes(peering);
        const [first] = absent;
        if (!first) continue;
        yield {
          message: `The peering ${peering.name} of ${circuit.name} has no ${absent.join(" and no ")}.`,
          origin: originOf(peering.resource, "properties", first),
          hint: `Give it a /${circuitPeerings.value.ipv4PrefixLength} for each link: Azure promises nothing for one alone.`,
        };
      }
    }
  },
};

/** A peering of IPv6 alone has them elsewhere. */
function absentPrefixes({ resource }: CircuitPeering): readonly string[] {
  const absent = PREFIXES.filter((property) => isAbsent(resource, property));
  const isIpv6Alone = absent.length === PREFIXES.length && !isAbsent(resource, "ipv6PeeringConfig");
  return isIpv6Alone ? [] : absent;
}
