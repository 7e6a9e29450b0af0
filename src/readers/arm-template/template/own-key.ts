import type { Json, JsonObject } from "../../../source/document.ts";
import { isList, isObject } from "../../../source/index.ts";
import { findKey } from "../expression/member-of.ts";
import { type Place, placeWithin } from "../expression/place.ts";

/** A value of a template, and where it stands. */
export interface Placed<T extends Json = Json> {
  readonly value: T;
  readonly place: Place;
}

/** What stands under one of the template's own keys, which ARM takes in any case. */
export function under(object: Placed<JsonObject>, name: string): Placed | undefined {
  const key = findKey(object.value, name);
  const value = key === undefined ? undefined : object.value[key];
  return value === undefined || key === undefined
    ? undefined
    : { value, place: placeWithin(object.place, key) };
}

export function objectUnder(object: Placed<JsonObject>, name: string): Placed<JsonObject> | undefined {
  const found = under(object, name);
  return found && isObject(found.value) ? { value: found.value, place: found.place } : undefined;
}

/** The members that are objects themselves, by name. */
export function objectsIn(
  object: Placed<JsonObject> | undefined,
): readonly (readonly [string, Placed<JsonObject>])[] {
  if (!object) return [];
  return Object.entries(object.value).flatMap(([name, value]) =>
    isObject(value) ? [[name, { value, place: placeWithin(object.place, name) }] as const] : [],
  );
}

/** The entries of a list that are objects. */
export function listUnder(object: Placed<JsonObject>, name: string): readonly Placed<JsonObject>[] {
  const list = under(object, name);
  if (!list || !isList(list.value)) return [];
  return list.value.flatMap((value, index) =>
    isObject(value) ? [{ value, place: placeWithin(list.place, index) }] : [],
  );
}

export function textUnder(object: Placed<JsonObject>, name: string): string | undefined {
  const value = under(object, name)?.value;
  return typeof value === "string" ? value : undefined;
}
