import type { Resource } from "./resource.ts";
import { isObject, type Value } from "./unknown.ts";

/**
 * The value at a path of a resource's properties. ARM reads property names without regard to case, and so does this.
 */
export function propertyOf(resource: Resource, ...path: readonly string[]): Value | undefined {
  return valueAt(resource.properties, path);
}

export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (!isObject(value)) return undefined;

  const exact = value[key];
  if (exact !== undefined) return valueAt(exact, rest);
  const other = Object.keys(value).find((candidate) => candidate.toLowerCase() === key.toLowerCase());
  return other === undefined ? undefined : valueAt(value[other], rest);
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
