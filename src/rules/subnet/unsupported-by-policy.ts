import { namedSubnets } from "../../azure/named-subnets.ts";
import { displayName } from "../../model/display-name.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { isNamed } from "../../model/named-subnet.ts";
import { type PolicyAssignment, policyAssignments } from "../../model/policy-assignment.ts";
import { textsOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isUnknown } from "../../model/unknown.ts";
import { SUBNET, type Subnet, subnetOf } from "../../model/virtual-network.ts";

/** What the definitions of Azure's landing zones, by their names, ask of a subnet. */
const ASKED: Readonly<Record<string, { readonly property: string; readonly noun: string }>> = {
  "deny-subnet-without-nsg": { property: "networkSecurityGroup", noun: "network security group" },
  "deny-subnet-without-udr": { property: "routeTable", noun: "route table" },
};

export const unsupportedByPolicy: Rule = {
  id: "subnet/unsupported-by-policy",
  severity: "error",
  summary: "A subnet has what the policies of its subscription ask for: a route table, a security group.",
  source: "https://github.com/Azure/Enterprise-Scale/wiki/ALZ-Policies",

  *check(estate) {
    for (const policy of policyAssignments(estate).filter(denies)) {
      const asked = ASKED[policy.definition];
      for (const subnet of asked ? ordinarySubnets(policy, estate) : []) {
        if (!asked || !isAbsent(subnet.resource, asked.property)) continue;
        yield {
          message: `${displayName(subnet.resource)} has no ${asked.noun}, and the policy ${policy.name} asks for one: Azure refuses the subnet.`,
          origin: originOf(subnet.resource, "name"),
          related: [
            { message: `${policy.name} is assigned here`, origin: originOf(policy.resource, "name") },
          ],
          hint: `Give ${displayName(subnet.resource)} a ${asked.noun}, or except it from the policy.`,
        };
      }
    }
  },
};

/** They deny where nobody says otherwise. */
function denies(policy: PolicyAssignment): boolean {
  const effect = policy.parameter("effect");
  return Object.hasOwn(ASKED, policy.definition) && (effect === undefined || effect === "Deny");
}

/** Subnets of services are excepted by default, and so is whatever the policy lists. */
function ordinarySubnets(policy: PolicyAssignment, estate: EstateIndex): readonly Subnet[] {
  const listed = policy.parameter("excludedSubnets");
  if (isUnknown(listed)) return [];

  const names = [...Object.keys(namedSubnets.value), ...textsOf(listed)];
  return estate
    .all(SUBNET)
    .filter(({ id }) => policy.covers(id))
    .map(subnetOf)
    .filter((subnet) => !names.some((name) => isNamed(subnet, name)));
}
