import { booleanOf, propertyOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { unknownAt } from "./unknown-at.ts";

/** A flag that Azure takes for false where it is absent; `undefined` where nobody knows. */
export function flagOf(resource: Resource, ...path: readonly string[]): boolean | undefined {
  if (unknownAt(resource, ...path)) return undefined;

  const value = propertyOf(resource, ...path) ?? undefined;
  if (value !== undefined) return booleanOf(value);
  return resource.existing ? undefined : false;
}
