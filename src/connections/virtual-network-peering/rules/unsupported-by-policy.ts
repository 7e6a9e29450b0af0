import { type PolicyAssignment, policyAssignments } from "../../../model/policy-assignment.ts";
import { originOf } from "../../../model/resource.ts";
import { keyOf } from "../../../model/resource-id.ts";
import type { Rule } from "../../../model/rule.ts";
import { isList } from "../../../model/unknown.ts";
import type { Half } from "../half.ts";
import { statedHalves } from "../halves.ts";
import { placeOfRemote } from "../place.ts";
import { title } from "../title.ts";

/** The definitions that Azure's landing zones bring, by their names: what each says against a half. */
const OBJECTIONS: Readonly<Record<string, (half: Half, policy: PolicyAssignment) => string | undefined>> = {
  "deny-vnet-peering": () => "allows no peering at all",
  "deny-vnet-peer-cross-sub": ({ localKey, remoteKey }) =>
    subscriptionOf(localKey) === subscriptionOf(remoteKey)
      ? undefined
      : "allows none that leads to another subscription",
  "deny-vnet-peering-to-non-approved-vnets": ({ remoteKey }, { parameter }) => {
    const allowed = parameter("allowedVnets");
    if (!isList(allowed) || !allowed.every((id) => typeof id === "string")) return undefined;
    return allowed.some((id) => keyOf(id) === remoteKey) ? undefined : "does not list that network";
  },
};

export const unsupportedByPolicy: Rule = {
  id: "virtual-network-peering/unsupported-by-policy",
  severity: "error",
  summary: "A peering is one that the policies of its subscription allow.",
  source: "https://github.com/Azure/Enterprise-Scale/wiki/ALZ-Policies",

  *check(estate) {
    const policies = policyAssignments(estate).filter(denies);
    if (policies.length === 0) return;

    for (const half of statedHalves(estate)) {
      for (const policy of policies) {
        const objection = policy.covers(half.resource.id) && OBJECTIONS[policy.definition]?.(half, policy);
        if (!objection) continue;
        yield {
          message: `${title(half)} leads to ${half.remoteName}, and the policy ${policy.name} ${objection}: Azure refuses the peering.`,
          origin: placeOfRemote(half),
          related: [
            { message: `${policy.name} is assigned here`, origin: originOf(policy.resource, "name") },
          ],
          hint: `Go through a network that ${policy.name} allows, or have an exemption made.`,
        };
      }
    }
  },
};

/** They deny where nobody says otherwise. */
function denies({ definition, parameter }: PolicyAssignment): boolean {
  const effect = parameter("effect");
  return Object.hasOwn(OBJECTIONS, definition) && (effect === undefined || effect === "Deny");
}

function subscriptionOf(key: string): string | undefined {
  return key.split("/")[2];
}
