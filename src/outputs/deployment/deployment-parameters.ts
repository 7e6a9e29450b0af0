import { parseResourceId } from "../../model/resource-id.ts";
import type { NestedDeployment } from "./deployment-plan.ts";
import { referredIds } from "./referred-ids.ts";
import type { Scope } from "./scope.ts";
import { scopeTerms } from "./scope-terms.ts";

/** Parameters by which a nested template learns where the main template was deployed. */
export const deploymentParameters = {
  subscription: "deploymentSubscription",
  resourceGroup: "deploymentResourceGroup",
} as const;

/** Which of the two a nested template needs, to refer to what stands there. */
export function neededDeploymentParameters({ scope, resources }: NestedDeployment) {
  const scopes = resources
    .flatMap(referredIds)
    .map(parseResourceId)
    .filter((id) => id !== undefined);
  return {
    subscription: scopes.some(needs("subscription", scope)),
    resourceGroup: scopes.some(needs("resourceGroup", scope)),
  };
}

function needs(part: keyof Scope, from: Scope): (to: Scope) => boolean {
  return (to) => scopeTerms(from, to)[part]?.type === "deployment";
}
