import { propertyOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isStandInName } from "./stand-in-name.ts";
import { unknownAt } from "./unknown-at.ts";

/** Whether a resource certainly has nothing there: an unknown may be anything, and of an existing one all is not said. */
export function isAbsent(resource: Resource, ...path: readonly string[]): boolean {
  if (resource.existing || unknownAt(resource, ...path) || isLeftToWhoeverNamesIt(resource, path))
    return false;

  const value = propertyOf(resource, ...path) ?? undefined;
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/**
 * A template that does not know the name of what it makes is a part of others, and what it writes down as empty is what
 * they give it. What it does not write down at all, nobody can give.
 */
function isLeftToWhoeverNamesIt(resource: Resource, [key]: readonly string[]): boolean {
  return key !== undefined && isStandInName(resource.name) && propertyOf(resource, key) !== undefined;
}
