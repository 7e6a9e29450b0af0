import { valueAt } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isUnknown, type Unknown, type Value } from "./unknown.ts";

/** The first unknown on the way to a property: `propertyOf` cannot tell it from a property that is not there. */
export function unknownAt(resource: Resource, ...path: readonly string[]): Unknown | undefined {
  const found = valueOrUnknownAt(resource, path);
  return isUnknown(found) ? found : undefined;
}

/** The value at a path of the properties; the first unknown on the way to it instead, where there is one. */
export function valueOrUnknownAt(resource: Resource, path: readonly string[]): Value | undefined {
  let found: Value | undefined = resource.properties;
  for (const key of path) {
    found = valueAt(found, [key]);
    if (found === undefined || isUnknown(found)) return found;
  }
  return found;
}
