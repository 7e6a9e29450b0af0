import { isAbsent } from "../../model/is-absent.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { connectionPairs } from "../connection-pairs.ts";
import { fingerprintOf, ipsecPoliciesOf } from "../ipsec-policies.ts";

export const asymmetricIpsecPolicy: Rule = {
  id: "connection/asymmetric-ipsec-policy",
  severity: "error",
  summary: "Both connections between two gateways have the same IPsec policy.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const [there, back] of connectionPairs(estate)) {
      const [first, second] = [policyOf(there.resource), policyOf(back.resource)];
      if (first === undefined || second === undefined || first === second) continue;

      const [stricter, other] = second === "" ? [there, back] : [back, there];
      yield {
        message: `${there.name} and ${back.name} have different IPsec policies: the tunnel does not come up.`,
        origin: originOf(stricter.resource, "properties", "ipsecPolicies"),
        related: [{ message: `${other.name} goes the other way`, origin: originOf(other.resource, "name") }],
        hint: "Give both the same policy.",
      };
    }
  },
};

/** Empty where there is certainly none; `undefined` where nobody knows. */
function policyOf(connection: Resource): string | undefined {
  if (isAbsent(connection, "ipsecPolicies")) return "";
  const policies = ipsecPoliciesOf(connection);
  return policies.length === 0 ? undefined : fingerprintOf(policies);
}
