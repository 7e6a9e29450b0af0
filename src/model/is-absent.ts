import { propertyOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { unknownAt } from "./unknown-at.ts";

/** Whether a resource certainly has nothing there: an unknown may be anything, and of an existing one all is not said. */
export function isAbsent(resource: Resource, ...path: readonly string[]): boolean {
  if (resource.existing || unknownAt(resource, ...path)) return false;

  const value = propertyOf(resource, ...path) ?? undefined;
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
