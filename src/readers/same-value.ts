import type { Resource } from "../model/resource.ts";
import { isList, isObject, isUnknown, type Value } from "../model/unknown.ts";

/** Whether two files say the same of a resource; where they say it does not matter. */
export function sayTheSame(a: Resource, b: Resource): boolean {
  return (
    isSame(a.properties, b.properties) &&
    isSame(a.envelope ?? {}, b.envelope ?? {}) &&
    isSame(a.location ?? null, b.location ?? null)
  );
}

/** A member that is null is one that is absent, as Azure's tools have it. */
function isSame(a: Value, b: Value): boolean {
  if (isUnknown(a) || isUnknown(b)) return isUnknown(a) && isUnknown(b);
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((one, index) => isSame(one, b[index] ?? null));
  if (!isObject(a) || !isObject(b)) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
    isSame(a[key] ?? null, b[key] ?? null),
  );
}
