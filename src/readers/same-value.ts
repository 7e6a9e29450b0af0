import type { Resource } from "../model/resource.ts";
import { sameSecret } from "../model/secret.ts";
import { isList, isObject, isUnknown, type Value, type ValueObject } from "../model/unknown.ts";

/** Whether two files say the same of a resource; where they say it does not matter. */
export function sayTheSame(a: Resource, b: Resource): boolean {
  return (
    isSame(a.properties, b.properties) &&
    isSame(a.envelope ?? {}, b.envelope ?? {}) &&
    isSame(a.location ?? null, b.location ?? null)
  );
}

/** What one tool prints and another leaves out, and what changes while a network stays as it is. */
const SAID_BESIDES = new Set([
  "etag",
  "type",
  "resourcegroup",
  "resourceguid",
  "provisioningstate",
  "egressbytestransferred",
  "ingressbytestransferred",
]);

/** A member that is null, or a list without items, is one that is absent, as Azure's tools have it; names and ids are read in any case. */
function isSame(a: Value, b: Value): boolean {
  if (isUnknown(a) || isUnknown(b)) return isUnknown(a) && isUnknown(b) && sameSecret(a, b) !== false;
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((one, index) => isSame(one, b[index] ?? null));
  if (!isObject(a) || !isObject(b)) return textOf(a) === textOf(b);
  const [ofA, ofB] = [membersOf(a), membersOf(b)];
  return [...new Set([...ofA.keys(), ...ofB.keys()])].every((key) =>
    isSame(ofA.get(key) ?? null, ofB.get(key) ?? null),
  );
}

function membersOf(object: ValueObject): ReadonlyMap<string, Value> {
  const said = Object.entries(object).filter(([, value]) => !(isList(value) && value.length === 0));
  return new Map(
    said.map(([key, value]) => [key.toLowerCase(), value] as const).filter(([key]) => !SAID_BESIDES.has(key)),
  );
}

function textOf(value: Value): Value {
  return typeof value === "string" && /^\/subscriptions\//i.test(value) ? value.toLowerCase() : value;
}
