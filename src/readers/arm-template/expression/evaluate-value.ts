import type { Part } from "../../../model/resource.ts";
import { isUnknown, type Unknown, type Value, type ValueObject } from "../../../model/unknown.ts";
import type { Json, JsonObject } from "../../../source/document.ts";
import { isList } from "../../../source/index.ts";
import { isSecretName } from "../../secrets/secret-properties.ts";
import { allowsCopies, checkCopyCount, copiesOf, type PropertyCopy, withinCopy } from "./copy.ts";
import { evaluateText, isExpression } from "./evaluate-text.ts";
import { originOfPlace, type Place, placeWithin } from "./place.ts";
import type { Scope } from "./scope.ts";
import { secretText } from "./secret-text.ts";

/** Remembers which parts of a value come from somewhere else than where they stand: from the input of a copy. */
export interface PartsOf {
  readonly at: Place;
  readonly parts: Part[];
}

/** Evaluates every text of a value, the names of its members, and the copies that stand in its objects. */
export function evaluateValue(value: Json, scope: Scope, place: Place, parts?: PartsOf): Value {
  if (typeof value === "string") return evaluateText(value, scope, place);
  if (typeof value === "number") return exactNumber(value, place);
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) {
    return value.map((item, index) =>
      evaluateValue(item, scope, placeWithin(place, index), partsWithin(parts, index)),
    );
  }
  return evaluateObject(value, scope, place, parts);
}

function evaluateObject(value: JsonObject, scope: Scope, place: Place, parts?: PartsOf): ValueObject {
  const members = new Map<string, Value>();
  for (const [key, inner] of Object.entries(value)) {
    const copies = key.toLowerCase() === "copy" ? copiesOf(inner) : undefined;
    if (copies) {
      for (const copy of copies) {
        members.set(copy.name, evaluateCopy(copy, scope, placeWithin(place, key), parts));
      }
      continue;
    }
    const innerPlace = placeWithin(place, key);
    const name = nameOf(key, scope, innerPlace);
    const found = evaluateValue(inner, scope, innerPlace, partsWithin(parts, name));
    members.set(name, isSecretName(name) ? secretText(found, innerPlace) : found);
  }
  return Object.fromEntries(members);
}

/** Of each copy is remembered where it stands, which costs more than the copy does. */
const COST_OF_PART = 3;

/** `place` is that of the list that the copy stands in. */
export function evaluateCopy(copy: PropertyCopy, scope: Scope, place: Place, parts?: PartsOf): Value {
  const at = placeWithin(place, copy.index);
  const inputPlace = placeWithin(at, copy.inputKey);
  const counted = copyCountOf(copy.count, scope, placeWithin(at, copy.countKey));
  if (isUnknown(counted)) return counted;
  if (!allowsCopies(COST_OF_PART * counted, copy.input, scope, at)) {
    return { kind: "unknown", because: "its copies are too many", origin: originOfPlace(at) };
  }

  const around = partsWithin(parts, copy.name);
  const origin = originOfPlace(inputPlace);
  if (around) around.parts.push({ at: originOfPlace(around.at).path, origin });
  return Array.from({ length: counted }, (_, index) => {
    const item = partsWithin(around, index);
    if (item) item.parts.push({ at: originOfPlace(item.at).path, origin });
    return evaluateValue(copy.input, withinCopy(scope, copy.name, index), inputPlace, item);
  });
}

/** How often something is copied. */
export function copyCountOf(written: Json, scope: Scope, place: Place): number | Unknown {
  return checkCopyCount(evaluateValue(written, scope, place), scope, place);
}

function nameOf(key: string, scope: Scope, place: Place): string {
  if (!isExpression(key)) return key.startsWith("[[") && key.endsWith("]") ? key.slice(1) : key;
  const name = evaluateText(key, scope, place);
  return typeof name === "string" ? name : key;
}

function partsWithin(parts: PartsOf | undefined, key: string | number): PartsOf | undefined {
  return parts && { at: placeWithin(parts.at, key), parts: parts.parts };
}

/** ARM counts to 2^63; a number that was rounded when it was read is not the one that is written. */
function exactNumber(value: number, place: Place): Value {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value;
  return {
    kind: "unknown",
    because: "it is larger than the whole numbers that can be counted exactly",
    origin: originOfPlace(place),
  };
}
