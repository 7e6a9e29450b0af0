import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { valueAt } from "../../model/properties.ts";
import type { Rule } from "../../model/rule.ts";
import { IPSEC_ALGORITHM_FIELDS, ipsecPoliciesOf, SA_LIFETIMES } from "../ipsec-policies.ts";
import { wordList } from "../word-list.ts";

export const missingIpsecPolicyValue: Rule = {
  id: "connection/missing-ipsec-policy-value",
  severity: "error",
  summary: "An IPsec policy says everything, from the encryption of IKE to the lifetimes.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name } of allGatewayConnections(estate)) {
      if (resource.existing) continue;
      for (const { value, origin } of ipsecPoliciesOf(resource)) {
        const missing = [...IPSEC_ALGORITHM_FIELDS, ...SA_LIFETIMES].filter(
          (member) => (valueAt(value, [member]) ?? undefined) === undefined,
        );
        if (missing.length === 0) continue;
        yield {
          message: `The IPsec policy of ${name} lacks ${wordList(missing, "and")}: Azure takes whole policies only.`,
          origin,
          hint: `Write ${wordList(missing, "and")}, or remove the policy for Azure's defaults.`,
        };
      }
    }
  },
};
