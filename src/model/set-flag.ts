import type { FixChange } from "../diagnostics/fix.ts";
import { booleanOf, propertyOf } from "./properties.ts";
import { originOf, type Resource } from "./resource.ts";

/** Writes a truth of a resource's properties, or another one in its place. */
export function setFlag(resource: Resource, property: string, value: boolean): FixChange {
  const was = booleanOf(propertyOf(resource, property));
  const origin = originOf(resource, "properties", property);
  return was === undefined ? { type: "set", origin, value } : { type: "set", origin, was, value };
}
