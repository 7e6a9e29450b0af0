import { deploymentResourceGroup, deploymentSubscription } from "../../model/deployment-scope.ts";
import { keyOf, type ResourceIdParts, scopeId } from "../../model/resource-id.ts";

/** A resource group. Either part may be the stand-in for "wherever the template is deployed". */
export type Scope = Pick<ResourceIdParts, "subscription" | "resourceGroup">;

export const deploymentScope: Scope = {
  subscription: deploymentSubscription,
  resourceGroup: deploymentResourceGroup,
};

export function scopeKey(scope: Scope): string {
  return keyOf(scopeId(scope));
}

export function hasKnownSubscription(scope: Scope): boolean {
  return keyOf(scope.subscription) !== keyOf(deploymentSubscription);
}

export function hasKnownResourceGroup(scope: Scope): boolean {
  return keyOf(scope.resourceGroup) !== keyOf(deploymentResourceGroup);
}
