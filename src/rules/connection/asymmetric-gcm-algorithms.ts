import { allGatewayConnections } from "../../model/gateway-connection.ts";
import type { Rule } from "../../model/rule.ts";
import { algorithmsOf, ipsecPoliciesOf } from "../ipsec-policies.ts";

export const asymmetricGcmAlgorithms: Rule = {
  id: "connection/asymmetric-gcm-algorithms",
  severity: "error",
  summary: "IPsec encrypts and authenticates with the same GCM algorithm, or with none.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name } of allGatewayConnections(estate)) {
      for (const policy of ipsecPoliciesOf(resource)) {
        const algorithms = algorithmsOf(policy);
        const encryption = algorithms.find(({ field }) => field === "ipsecEncryption");
        const integrity = algorithms.find(({ field }) => field === "ipsecIntegrity");
        if (!encryption?.algorithm || !integrity?.algorithm) continue;
        if (!isGcm(encryption.algorithm) && !isGcm(integrity.algorithm)) continue;
        if (encryption.algorithm === integrity.algorithm) continue;

        yield {
          message: `${name} encrypts with ${encryption.text} and authenticates with ${integrity.text}: GCM does both at once.`,
          origin: integrity.origin,
          related: [{ message: `${name} encrypts with ${encryption.text}`, origin: encryption.origin }],
          hint: isGcm(encryption.algorithm)
            ? `Write ${encryption.algorithm} for both.`
            : `Choose another ipsecIntegrity, or ${integrity.algorithm} for both.`,
          ...(isGcm(encryption.algorithm)
            ? {
                fix: [
                  { type: "set", origin: integrity.origin, was: integrity.text, value: encryption.algorithm },
                ],
              }
            : {}),
        };
      }
    }
  },
};

function isGcm(algorithm: string): boolean {
  return algorithm.startsWith("GCM");
}
