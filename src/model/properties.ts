import type { Resource } from "./resource.ts";
import { isObject, type Value, type ValueObject } from "./unknown.ts";

/**
 * The value at a path of a resource's properties. ARM reads property names without regard to case, and so does this.
 */
export function propertyOf(resource: Resource, ...path: readonly string[]): Value | undefined {
  return valueAt(resource.properties, path);
}

export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  let found = value;
  for (const key of path) {
    if (!isObject(found)) return undefined;
    found = found[key] ?? memberNamed(found, key);
  }
  return found;
}

function memberNamed(object: ValueObject, key: string): Value | undefined {
  const wanted = key.toLowerCase();
  for (const candidate in object) {
    // Most names differ in length, and that is quicker to see.
    if (candidate.length === key.length && candidate.toLowerCase() === wanted) return object[candidate];
  }
  return undefined;
}

export function textOf(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** ARM takes `"true"` for true in templates, and people write it. */
export function booleanOf(value: Value | undefined): boolean | undefined {
  if (typeof value === "boolean") return value;
  return typeof value === "string" && /^(true|false)$/i.test(value)
    ? value.toLowerCase() === "true"
    : undefined;
}

export function textsOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
