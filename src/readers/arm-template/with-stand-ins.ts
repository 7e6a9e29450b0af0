import { isList, isObject, isUnknown, type Value, type ValueObject } from "../../model/unknown.ts";
import { findKey } from "./expression/member-of.ts";
import { anyUnknown } from "./expression/open-objects.ts";
import { standInOf } from "./expression/stand-in-names.ts";

/** Properties in which ids, and the names of parts, that are not known go by their stand-ins. All else stays unknown. */
export function withStandIns(properties: ValueObject): ValueObject {
  if (!anyUnknown(properties)) return properties;
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, within(value)]));
}

function within(value: Value): Value {
  if (isUnknown(value)) return idOf(value) ?? value;
  if (typeof value !== "object" || value === null || !anyUnknown(value)) return value;
  if (isList(value)) return value.map((item) => (isObject(item) ? withStandIns(named(item)) : within(item)));
  return isObject(value) ? withStandIns(value) : value;
}

/** What begins as an id is made of nothing else. */
function idOf(value: Value): string | undefined {
  const standIn = standInOf(value);
  return standIn?.startsWith("/subscriptions/") ? standIn : undefined;
}

/** An item that has properties is a part of the resource, and what it is called is a name: not so that of a SKU. */
function named(item: ValueObject): ValueObject {
  const key = findKey(item, "name");
  const standIn = key === undefined ? undefined : standInOf(item[key]);
  if (key === undefined || standIn === undefined || standIn.includes("/")) return item;
  return findKey(item, "properties") === undefined ? item : { ...item, [key]: standIn };
}
