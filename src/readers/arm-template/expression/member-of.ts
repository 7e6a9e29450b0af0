import { isList, isObject, type Value, type ValueObject } from "../../../model/unknown.ts";
import { excerpt } from "../../../source/excerpt.ts";
import { shownValue } from "./arguments.ts";
import { restOf } from "./open-objects.ts";
import { Refusal } from "./refusal.ts";
import { memberOfUnknown } from "./stand-in-names.ts";

/** A member by name, in any case as in ARM; `undefined` where there is none. */
export function findMember(object: ValueObject, name: string): Value | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const key = findKey(object, name);
  return key === undefined ? undefined : object[key];
}

/** How an object spells a name. */
export function findKey(object: object, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  for (const key in object) {
    if (key.length === name.length && key.toLowerCase() === wanted) return key;
  }
  return undefined;
}

/** `of.key` and `of[key]`. What a resource is known to have only in part may have more. */
export function memberOf(of: Value, key: Value, isSafe: boolean): Value {
  const found = findAt(of, key, isSafe);
  if (found !== undefined) return found;
  if (isSafe) return null;
  if (isList(of)) {
    throw new Refusal(
      `The array has ${of.length} items, counted from 0, and so none at [${shownValue(key)}].`,
    );
  }
  const names = isObject(of)
    ? Object.keys(of)
        .slice(0, 5)
        .map((name) => excerpt(name))
    : [];
  const has =
    names.length === 0 ? "no members" : `only ${names.join(", ")}${names.length === 5 ? ", …" : ""}`;
  throw new Refusal(`The object has no ${shownValue(key)}: it has ${has}.`);
}

/** `undefined` where the member is not there. */
export function findAt(of: Value, key: Value, isSafe: boolean): Value | undefined {
  if (of === null && isSafe) return undefined;
  if (isList(of)) {
    if (typeof key !== "number")
      throw new Refusal(`An array is asked for ${shownValue(key)}, and has numbers only.`);
    return of[key];
  }
  if (!isObject(of)) {
    if (isSafe && (of === null || typeof key === "string")) return undefined;
    throw new Refusal(`${shownValue(of)} is asked for its member ${shownValue(key)}, and has none.`);
  }
  if (typeof key !== "string")
    throw new Refusal(`An object is asked for ${shownValue(key)}, and has names only.`);
  const found = findMember(of, key);
  if (found !== undefined) return found;
  const rest = restOf(of);
  return rest && memberOfUnknown(rest, key);
}
