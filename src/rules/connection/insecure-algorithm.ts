import { ipsecAlgorithms, weakIpsecAlgorithms } from "../../azure/ipsec-policy.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import type { Rule } from "../../model/rule.ts";
import { algorithmsOf, ipsecPoliciesOf } from "../ipsec-policies.ts";

export const insecureAlgorithm: Rule = {
  id: "connection/insecure-algorithm",
  severity: "warning",
  summary: "A tunnel uses algorithms that are strong by today's measure.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
  after: ["connection/asymmetric-gcm-algorithms"],

  *check(estate) {
    for (const { resource, name } of allGatewayConnections(estate)) {
      for (const { field, text, algorithm, origin } of ipsecPoliciesOf(resource).flatMap(algorithmsOf)) {
        if (algorithm === undefined || !weakIpsecAlgorithms.value[field].includes(algorithm)) continue;

        yield {
          message: `${name} uses ${text} as its ${field}, ${algorithm === "None" ? "which gives no protection" : "which is weak by today's measure"}.`,
          origin,
          hint: `Choose ${ipsecAlgorithms.value[field].find(isStrong)}, if the device can do it.`,
        };
      }
    }
  },
};

/** Lists begin with the strongest, among them groups of the number that RFCs disadvise. */
function isStrong(algorithm: string): boolean {
  return !algorithm.endsWith("24");
}
