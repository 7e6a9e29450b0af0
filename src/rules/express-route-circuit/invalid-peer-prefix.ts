import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import { parsePrefix } from "../../ip/index.ts";
import {
  allExpressRouteCircuits,
  type CircuitPeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

const { ipv4PrefixLength, ipv6PrefixLength } = circuitPeerings.value;
const PREFIXES = ["primaryPeerAddressPrefix", "secondaryPeerAddressPrefix"] as const;
const PATHS = [[], ["ipv6PeeringConfig"]] as const;

export const invalidPeerPrefix: Rule = {
  id: "express-route-circuit/invalid-peer-prefix",
  severity: "error",
  summary: "The range of a link of a peering has room for two addresses: a /30, or a /126 of IPv6.",
  source: circuitPeerings.source,

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      for (const peering of peeringsOfCircuit(circuit, estate)) {
        for (const { path, text } of prefixesOf(peering)) {
          const prefix = parsePrefix(text);
          const wanted = prefix?.family === 6 ? ipv6PrefixLength : ipv4PrefixLength;
          if (prefix?.length === wanted) continue;
          yield {
            message: `The peering ${peering.name} of ${circuit.name} has ${text} as ${path.at(-1)}, which is not a /${wanted}.`,
            origin: originOf(peering.resource, "properties", ...path),
            hint: `Write a /${wanted} that begins where it says: your router takes its first address, Microsoft's the second.`,
          };
        }
      }
    }
  },
};

function prefixesOf({ resource }: CircuitPeering) {
  return PATHS.flatMap((parent) =>
    PREFIXES.flatMap((property) => {
      const path = [...parent, property];
      const text = textOf(propertyOf(resource, ...path));
      return text ? [{ path, text }] : [];
    }),
  );
}
