import { customIpsecPolicyPolicy } from "../../azure/policies.ts";
import { allGatewayConnections, isTunnel } from "../../model/gateway-connection.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { policyAssignments } from "../../model/policy-assignment.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

export const missingCustomIpsecPolicy: Rule = {
  id: "connection/missing-custom-ipsec-policy",
  severity: "warning",
  summary: "A tunnel has an IPsec policy of its own where an organisation's policy asks for one.",
  source: customIpsecPolicyPolicy.source,

  *check(estate) {
    const assigned = policyAssignments(estate).filter(
      ({ definition }) => definition === customIpsecPolicyPolicy.value,
    );
    for (const policy of assigned) {
      const effect = policy.parameter("effect");
      if (effect !== undefined && effect !== "Audit") continue;

      for (const connection of allGatewayConnections(estate)) {
        const { resource, name } = connection;
        if (!isTunnel(connection) || !policy.covers(resource.id) || !isAbsent(resource, "ipsecPolicies"))
          continue;
        yield {
          message: `${name} takes whichever of Azure's own proposals the other end takes, and the policy ${policy.name} asks for an IPsec policy.`,
          origin: originOf(resource, "name"),
          related: [
            { message: `${policy.name} is assigned here`, origin: originOf(policy.resource, "name") },
          ],
          hint: `Write ipsecPolicies with the algorithms that both ends of ${name} have.`,
        };
      }
    }
  },
};
