import { isList, isObject, type Value } from "../../model/unknown.ts";
import type { Json } from "../../source/document.ts";
import { isList as isJsonList, isObject as isJsonObject } from "../../source/index.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";
import { secretValue } from "../secrets/secret-value.ts";
import { jsonAt } from "./json-at.ts";

/** The mark of what stands there; what is marked as a whole is marked in all of its parts. */
export function markAt(mark: Json | undefined, ...path: Path): Json | undefined {
  let found = mark;
  for (const key of path) {
    if (found === true) return true;
    found = jsonAt(found, key);
  }
  return found;
}

/** Whether Terraform marks a value, or any item of a list, as one that is not to be shown. */
export function isSensitive(mark: Json | undefined): boolean {
  return mark === true || (isJsonList(mark) && mark.some((one) => one === true));
}

/** A value that is marked as a whole; of a list or an object nothing is told, but that it is there. */
export function sensitiveValue(value: Json | undefined, name: string, origin: Origin): Value {
  const because = `the plan marks ${name} as sensitive`;
  return typeof value === "object" || value === undefined || value === ""
    ? { kind: "unknown", because, origin }
    : secretValue(value, origin, because);
}

/** What ARM gets as it is, without the parts of it that are marked. */
export function withoutMarked(value: Value, mark: Json | undefined, origin: Origin): Value {
  if (mark === true) return secretValue(value, origin, "the plan marks it as sensitive");
  if (isList(value) && isJsonList(mark))
    return value.map((item, index) => withoutMarked(item, jsonAt(mark, index), originWithin(origin, index)));
  if (!isObject(value) || !isJsonObject(mark)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      withoutMarked(inner, jsonAt(mark, key), originWithin(origin, key)),
    ]),
  );
}
