import type { EstateIndex } from "./estate-index.ts";
import { nameOfId } from "./name-of-id.ts";
import { propertyOf, textOf, textsOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { keyOf } from "./resource-id.ts";
import type { Value } from "./unknown.ts";
import { unknownAt } from "./unknown-at.ts";

const POLICY_ASSIGNMENT = "Microsoft.Authorization/policyAssignments";

/** An organisation's own rule, where Azure Policy holds everybody to it. */
export interface PolicyAssignment {
  readonly resource: Resource;
  readonly name: string;
  /** The last part of the definition's id, in lower case: a name, or a GUID of one that is built in. */
  readonly definition: string;
  /** Whether it holds for this resource; false also where nobody knows, as for management groups. */
  readonly covers: (resourceId: string) => boolean;
  /** `undefined` where it is not set; its unknowns are for the caller. */
  readonly parameter: (name: string) => Value | undefined;
}

/** Those in force. One that only watches, or whose definition nobody tells, is left out. */
export function policyAssignments(estate: EstateIndex): readonly PolicyAssignment[] {
  return estate.all(POLICY_ASSIGNMENT).flatMap((resource) => {
    const definition = textOf(propertyOf(resource, "policyDefinitionId"));
    const mode = textOf(propertyOf(resource, "enforcementMode"));
    if (!definition || mode?.toLowerCase() === "donotenforce") return [];
    if (unknownAt(resource, "enforcementMode") || unknownAt(resource, "notScopes")) return [];
    return [
      {
        resource,
        name: resource.name,
        definition: nameOfId(definition).toLowerCase(),
        covers: (id) => covers(resource, id),
        parameter: (name) => propertyOf(resource, "parameters", name, "value"),
      },
    ];
  });
}

function covers(assignment: Resource, resourceId: string): boolean {
  const id = keyOf(assignment.id);
  const end = id.lastIndexOf(`/providers/${POLICY_ASSIGNMENT.toLowerCase()}/`);
  const scope = keyOf(textOf(propertyOf(assignment, "scope")) ?? id.slice(0, end));
  const notScopes = textsOf(propertyOf(assignment, "notScopes")).map(keyOf);
  return isBelow(resourceId, scope) && !notScopes.some((other) => isBelow(resourceId, other));
}

function isBelow(id: string, scope: string): boolean {
  return scope.startsWith("/subscriptions/") && `${keyOf(id)}/`.startsWith(`${scope}/`);
}
