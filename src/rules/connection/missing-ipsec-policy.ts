import { flagOf } from "../../model/flag-of.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingIpsecPolicy: Rule = {
  id: "connection/missing-ipsec-policy",
  severity: "error",
  summary: "A connection with policy-based traffic selectors has an IPsec policy of its own.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-connect-multiple-policybased-rm-ps",

  *check(estate) {
    for (const { resource, name } of allGatewayConnections(estate)) {
      if (!flagOf(resource, "usePolicyBasedTrafficSelectors") || !isAbsent(resource, "ipsecPolicies"))
        continue;

      yield {
        message: `${name} uses policy-based traffic selectors without an IPsec policy, which Azure asks for with them.`,
        origin: originOf(resource, "properties", "usePolicyBasedTrafficSelectors"),
        hint: "Add the policy that the site's device uses to ipsecPolicies.",
      };
    }
  },
};
