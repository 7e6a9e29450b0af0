import type { Origin } from "../source/origin.ts";
import { originOf, type Resource } from "./resource.ts";
import { type Field, isUnknown } from "./unknown.ts";
import { valueOrUnknownAt } from "./unknown-at.ts";

/** What ARM writes as `{ id: … }`: one resource names another. */
export interface Reference {
  readonly id: string;
  readonly origin: Origin;
}

/** `undefined` where nothing is named. */
export function referenceOf(resource: Resource, ...path: readonly string[]): Field<Reference> | undefined {
  const id = referredId(resource, ...path);
  return typeof id === "string" ? { id, origin: originOf(resource, "properties", ...path, "id") } : id;
}

/** The same for those who need not say where it stands: it is asked of every subnet. */
export function referredId(resource: Resource, ...path: readonly string[]): Field<string> | undefined {
  const id = valueOrUnknownAt(resource, [...path, "id"]);
  return isUnknown(id) || (typeof id === "string" && id !== "") ? id : undefined;
}

export function isReference(field: Field<Reference> | undefined): field is Reference {
  return field !== undefined && !isUnknown(field);
}
