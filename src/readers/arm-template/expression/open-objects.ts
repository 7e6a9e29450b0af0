import {
  isList,
  isObject,
  isUnknown,
  type Unknown,
  type Value,
  type ValueObject,
} from "../../../model/unknown.ts";

/** Objects of which only a part is known: what the template says of a resource, which Azure completes. */
const unknownByObject = new WeakMap<object, Unknown>();

/** What stands for the members that an object does not show; `undefined` where it shows all. */
export function restOf(value: object): Unknown | undefined {
  return unknownByObject.get(value);
}

/** The same members, and more that are not known. */
export function openObject(members: ValueObject, rest: Unknown): ValueObject {
  const object = { ...members };
  unknownByObject.set(object, rest);
  return object;
}

/** The value, where every object inside it may have members that are not known. */
export function openDeeply(value: Value, rest: Unknown): Value {
  if (isList(value)) return value.map((item) => openDeeply(item, rest));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, inner]) => [key, openDeeply(inner, rest)] as const);
  return openObject(Object.fromEntries(members), rest);
}

const unknownWithin = new WeakMap<object, Unknown | false>();

/** The first unknown anywhere in a value, that of an object known in part included. Each object is searched once. */
export function anyUnknown(value: Value): Unknown | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isUnknown(value)) return value;
  const known = unknownWithin.get(value);
  if (known !== undefined) return known === false ? undefined : known;

  let found = restOf(value);
  if (!found) {
    for (const inner of isList(value) ? value : Object.values(value)) {
      found = anyUnknown(inner);
      if (found) break;
    }
  }
  unknownWithin.set(value, found ?? false);
  return found;
}
