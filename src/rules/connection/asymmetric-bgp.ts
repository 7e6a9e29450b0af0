import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { connectionPairs } from "../connection-pairs.ts";

export const asymmetricBgp: Rule = {
  id: "connection/asymmetric-bgp",
  severity: "error",
  summary: "Both connections between two gateways use BGP, or neither.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const [there, back] of connectionPairs(estate)) {
      if (there.enableBgp === undefined || back.enableBgp === undefined) continue;
      if (there.enableBgp === back.enableBgp) continue;

      const [off, on] = there.enableBgp ? [back, there] : [there, back];
      yield {
        message: `${off.name} does not use BGP, and ${on.name} in the other direction does: no session comes up.`,
        origin: originOf(off.resource, "properties", "enableBgp"),
        related: [
          { message: `${on.name} uses BGP`, origin: originOf(on.resource, "properties", "enableBgp") },
        ],
        hint: `Set enableBgp on ${off.name}.`,
      };
    }
  },
};
