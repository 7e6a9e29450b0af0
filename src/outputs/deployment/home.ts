import { parseResourceId } from "../../model/resource-id.ts";
import { referredIds } from "./referred-ids.ts";
import {
  deploymentScope,
  hasKnownResourceGroup,
  hasKnownSubscription,
  type Scope,
  scopeKey,
} from "./scope.ts";
import type { WrittenResource } from "./written-resource.ts";

/**
 * Where the main template is deployed. Where everything written belongs to one resource group, it is that one: the
 * template then holds the resources themselves, and its header names the group. Otherwise it may be any group, and
 * each other group has deployments of its own.
 */
export function homeOf(resources: readonly WrittenResource[]): Scope {
  const [first] = resources;
  if (!first) return deploymentScope;

  const isShared = resources.every(({ scope }) => scopeKey(scope) === scopeKey(first.scope));
  return isShared && resources.every((resource) => canBeNamedFrom(first.scope, resource))
    ? first.scope
    : deploymentScope;
}

/** A stand-in means the deployment's own group; from a template bound to a named group it could not be told. */
function canBeNamedFrom(home: Scope, resource: WrittenResource): boolean {
  return referredIds(resource).every((id) => {
    const scope = parseResourceId(id);
    if (!scope) return true;
    return (
      (hasKnownSubscription(scope) || !hasKnownSubscription(home)) &&
      (hasKnownResourceGroup(scope) || !hasKnownResourceGroup(home))
    );
  });
}
