import type { Origin } from "../source/origin.ts";
import { propertyOf } from "./properties.ts";
import { originOf, type Resource } from "./resource.ts";
import { type Field, isUnknown } from "./unknown.ts";
import { unknownAt } from "./unknown-at.ts";

/** What ARM writes as `{ id: … }`: one resource names another. */
export interface Reference {
  readonly id: string;
  readonly origin: Origin;
}

/** `undefined` where nothing is named. */
export function referenceOf(resource: Resource, ...path: readonly string[]): Field<Reference> | undefined {
  const unknown = unknownAt(resource, ...path, "id");
  if (unknown) return unknown;

  const id = propertyOf(resource, ...path, "id");
  return typeof id === "string" && id !== ""
    ? { id, origin: originOf(resource, "properties", ...path, "id") }
    : undefined;
}

export function isReference(field: Field<Reference> | undefined): field is Reference {
  return field !== undefined && !isUnknown(field);
}
