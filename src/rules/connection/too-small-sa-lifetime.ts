import { smallestSaLifetime } from "../../azure/ipsec-policy.ts";
import { allGatewayConnections } from "../../model/gateway-connection.ts";
import { numberOf } from "../../model/number-of.ts";
import { valueAt } from "../../model/properties.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";
import { ipsecPoliciesOf } from "../ipsec-policies.ts";

const SMALLEST = {
  saLifeTimeSeconds: smallestSaLifetime.value.seconds,
  saDataSizeKilobytes: smallestSaLifetime.value.kilobytes,
};

export const tooSmallSaLifetime: Rule = {
  id: "connection/too-small-sa-lifetime",
  severity: "error",
  summary: "A security association lives at least as long as Azure asks for.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name } of allGatewayConnections(estate)) {
      for (const { value, origin } of ipsecPoliciesOf(resource)) {
        for (const [member, smallest] of Object.entries(SMALLEST)) {
          const lifetime = numberOf(valueAt(value, [member]));
          if (lifetime === undefined || lifetime >= smallest) continue;
          yield {
            message: `${name} has ${lifetime} as its ${member}, and Azure takes ${smallest} or more.`,
            origin: originWithin(origin, member),
            hint: `Write at least ${smallest}, and no less than the device has.`,
          };
        }
      }
    }
  },
};
