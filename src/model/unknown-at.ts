import { propertyOf } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isUnknown, type Unknown } from "./unknown.ts";

/** The first unknown on the way to a property: `propertyOf` cannot tell it from a property that is not there. */
export function unknownAt(resource: Resource, ...path: readonly string[]): Unknown | undefined {
  for (let depth = 1; depth <= path.length; depth++) {
    const value = propertyOf(resource, ...path.slice(0, depth));
    if (isUnknown(value)) return value;
  }
  return undefined;
}
