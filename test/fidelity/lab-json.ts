/** Recordings are files of others: what is absent, or of another shape, reads as nothing. */
export type LabObject = Readonly<Record<string, unknown>>;

function isLabObject(value: unknown): value is LabObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown): LabObject {
  return isLabObject(value) ? value : {};
}

export function objectAt(object: LabObject, key: string): LabObject {
  return objectOf(object[key]);
}

export function objectsAt(object: LabObject, key: string): readonly LabObject[] {
  const list = object[key];
  return Array.isArray(list) ? list.filter(isLabObject) : [];
}

export function entriesAt(object: LabObject, key: string): readonly (readonly [string, unknown])[] {
  return Object.entries(objectAt(object, key));
}

export function textAt(object: LabObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function numberAt(object: LabObject, key: string): number | undefined {
  const value = object[key];
  return typeof value === "number" ? value : undefined;
}

export function flagAt(object: LabObject, key: string): boolean {
  return object[key] === true;
}

/** A text alone is a list of one. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function textsAt(object: LabObject, key: string): readonly string[] {
  return textsOf(object[key]);
}

export function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}
