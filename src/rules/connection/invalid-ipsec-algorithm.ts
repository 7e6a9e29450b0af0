import { ipsecAlgorithms } from "../../azure/ipsec-policy.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import type { Rule } from "../../model/rule.ts";
import { algorithmsOf, ipsecPoliciesOf } from "../ipsec-policies.ts";

export const invalidIpsecAlgorithm: Rule = {
  id: "connection/invalid-ipsec-algorithm",
  severity: "error",
  summary: "An IPsec policy chooses among the algorithms that Azure has.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name } of allGatewayConnections(estate)) {
      for (const { field, text, algorithm, origin } of ipsecPoliciesOf(resource).flatMap(algorithmsOf)) {
        if (algorithm !== undefined) continue;

        const all = ipsecAlgorithms.value[field];
        const guess = all.find((name) => name === text.replace(/[^a-z0-9]/gi, "").toUpperCase());
        yield {
          message: `${name} asks for ${text || "an empty text"} as its ${field}, which Azure does not have there.`,
          origin,
          hint: guess ? `Write ${guess}.` : `Use one of: ${all.join(", ")}.`,
          ...(guess ? { fix: [{ type: "set", origin, was: text, value: guess }] } : {}),
        };
      }
    }
  },
};
