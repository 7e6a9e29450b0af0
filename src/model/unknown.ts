import type { Origin } from "../source/origin.ts";
import type { ResourceId } from "./resource.ts";

/** A value that only Azure, or a file that is not here, can tell. What depends on it says so and names it. */
export interface Unknown {
  readonly kind: "unknown";
  readonly because: string;
  readonly origin: Origin;
  /** What it is the property of, for who needs to know whose address it is and not which. */
  readonly of?: PropertyOf;
}

export interface PropertyOf {
  readonly resource: ResourceId;
  /** The last name on the way to it: `privateIPAddress`. */
  readonly property: string;
}

export type Field<T> = T | Unknown;

/** Anything ARM can say in a property, where any part may be unknown. */
export type Value = string | number | boolean | null | Unknown | readonly Value[] | ValueObject;
export interface ValueObject {
  readonly [key: string]: Value;
}

export function isUnknown(value: unknown): value is Unknown {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "unknown" &&
    "because" in value &&
    typeof value.because === "string" &&
    "origin" in value
  );
}

export function isObject(value: Value | undefined): value is ValueObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
