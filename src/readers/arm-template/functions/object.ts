import {
  isList,
  isObject,
  isUnknown,
  type Unknown,
  type Value,
  type ValueObject,
} from "../../../model/unknown.ts";
import type { Arguments } from "../expression/arguments.ts";
import { findAt } from "../expression/member-of.ts";
import { openObject, restOf } from "../expression/open-objects.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Scope } from "../expression/scope.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";
import { parseJsonText } from "./json-text.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object */
export const objectFunctions: readonly TemplateFunction[] = [
  plain("null", 0, 0, () => null),
  plain("json", 1, 1, (given) => parseJsonText(given.text(0), given.written)),
  plain("createObject", 0, undefined, createObject, "none"),
  plain("items", 1, 1, items, "outside"),
  plain("objectKeys", 1, 1, (given) => restOf(given.object(0)) ?? sortedKeys(given.object(0)), "outside"),
  plain("shallowMerge", 1, 1, shallowMerge, "outside"),
  plain("tryGet", 2, undefined, tryGet, "outside"),
];

function createObject(given: Arguments): Value {
  if (given.count % 2 === 1)
    throw new Refusal("createObject takes names and values by turns, and gets a name too many.");
  const members = new Map<string, Value>();
  for (let index = 0; index < given.count; index += 2) {
    const name = given.at(index);
    if (isUnknown(name)) return name;
    members.set(given.text(index), given.at(index + 1));
  }
  return Object.fromEntries(members);
}

/** Azure lists members by name, without regard to case. */
function sortedKeys(object: ValueObject): readonly string[] {
  const keys = Object.keys(object).map((key) => ({ key, by: key.toLowerCase() }));
  return keys.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)).map(({ key }) => key);
}

function items(given: Arguments): Value {
  const object = given.object(0);
  return restOf(object) ?? sortedKeys(object).map((key) => ({ key, value: object[key] ?? null }));
}

function shallowMerge(given: Arguments, { run: { budget } }: Scope): Value {
  const merged = new Map<string, Value>();
  let rest: Unknown | undefined;
  for (const object of given.list(0)) {
    if (isUnknown(object)) return object;
    if (!isObject(object)) return given.refuse(0, "an array of objects");
    budget.takeMembers([object]);
    for (const [key, value] of Object.entries(object)) merged.set(key, value);
    rest = restOf(object) ?? rest;
  }
  const whole = Object.fromEntries(merged);
  return rest ? openObject(whole, rest) : whole;
}

function tryGet(given: Arguments): Value {
  let found: Value = given.at(0);
  for (const key of given.values.slice(1)) {
    if (isUnknown(found)) return found;
    if (found === null) return null;
    const next: Value | undefined =
      isList(found) && typeof key === "string" ? undefined : findAt(found, key, true);
    if (next === undefined) return null;
    found = next;
  }
  return found;
}
