import { rangeCount } from "../../../azure/template-functions.ts";
import {
  isList,
  isObject,
  isUnknown,
  type Unknown,
  type Value,
  type ValueObject,
} from "../../../model/unknown.ts";
import { type Arguments, shownValue } from "../expression/arguments.ts";
import type { Budget } from "../expression/budget.ts";
import { equalValues } from "../expression/equal-values.ts";
import { findMember } from "../expression/member-of.ts";
import { anyUnknown, openObject, restOf } from "../expression/open-objects.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Scope } from "../expression/scope.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";
import { textOfValue } from "../expression/text-of-value.ts";

/**
 * For arrays, and for what texts and objects have in common with them.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array
 */
export const arrayFunctions: readonly TemplateFunction[] = [
  plain("array", 1, 1, (given) => (isList(given.at(0)) ? given.at(0) : [given.at(0)]), "outside"),
  plain("createArray", 0, undefined, (given) => given.values, "none"),
  plain("concat", 0, undefined, concat, "outside"),
  plain("contains", 2, 2, contains, "outside"),
  plain("empty", 1, 1, empty, "outside"),
  plain("first", 1, 1, (given) => end(given, 0), "outside"),
  plain("last", 1, 1, (given) => end(given, -1), "outside"),
  plain("flatten", 1, 1, (given) => flatten(given.list(0)), "outside"),
  plain("indexOf", 2, 2, (given) => position(given, "first"), "outside"),
  plain("lastIndexOf", 2, 2, (given) => position(given, "last"), "outside"),
  plain("indexFromEnd", 2, 2, (given) => fromEnd(given) ?? refuseIndex(given), "outside"),
  plain("tryIndexFromEnd", 2, 2, (given) => fromEnd(given) ?? null, "outside"),
  plain("intersection", 2, undefined, intersection),
  plain("union", 2, undefined, union, "outside"),
  plain("length", 1, 1, length, "outside"),
  plain("range", 2, 2, range),
  plain("skip", 2, 2, (given) => slice(given, (count) => [count]), "outside"),
  plain("take", 2, 2, (given) => slice(given, (count) => [0, count]), "outside"),
];

/** Of arrays one array, of all else one text. */
function concat(given: Arguments, { run: { budget } }: Scope): Value {
  if (isList(given.at(0))) {
    const lists = given.values.map((_, index) => given.list(index));
    budget.takeItems(lists.reduce((sum, list) => sum + list.length, 0));
    return lists.flat();
  }
  const texts = given.values.map((value, index) =>
    isList(value) || isObject(value) ? given.refuse(index, "texts, or else arrays,") : textOfValue(value),
  );
  budget.takeText(texts.reduce((sum, text) => sum + text.length, 0));
  return texts.join("");
}

/** In any case for the names of an object, exactly for all else. */
function contains(given: Arguments): Value {
  const [container, wanted] = [given.at(0), given.at(1)];
  if (typeof container === "string") return container.includes(textOfValue(wanted));
  if (isObject(container))
    return findMember(container, given.text(1)) === undefined ? (restOf(container) ?? false) : true;
  if (!isList(container)) return given.refuse(0, "an array, an object or a text");
  return anyOf(container.map((item) => equalValues(item, wanted)));
}

function anyOf(answers: readonly (boolean | Unknown)[]): boolean | Unknown {
  return answers.includes(true) || (answers.find((answer) => isUnknown(answer)) ?? false);
}

function empty(given: Arguments): Value {
  const value = given.at(0);
  if (value === null || value === "") return true;
  if (typeof value === "string") return false;
  if (isList(value)) return value.length === 0;
  if (!isObject(value)) return given.refuse(0, "an array, an object or a text");
  return Object.keys(value).length > 0 ? false : (restOf(value) ?? true);
}

function end(given: Arguments, at: number): Value {
  const value = given.at(0);
  if (typeof value === "string") return value.at(at) ?? "";
  return isList(value) ? (value.at(at) ?? null) : given.refuse(0, "an array or a text");
}

function flatten(lists: readonly Value[]): Value {
  const flat: Value[] = [];
  for (const list of lists) {
    if (isUnknown(list)) return list;
    if (!isList(list))
      throw new Refusal(`flatten takes an array of arrays, and one of its items is ${shownValue(list)}.`);
    flat.push(...list);
  }
  return flat;
}

/** In texts without regard to case, in arrays exactly. -1 where it is not there. */
function position(given: Arguments, which: "first" | "last"): Value {
  const container = given.at(0);
  if (typeof container === "string") {
    const [text, wanted] = [container.toLowerCase(), given.text(1).toLowerCase()];
    return which === "first" ? text.indexOf(wanted) : text.lastIndexOf(wanted);
  }
  const list = isList(container) ? container : given.refuse(0, "an array or a text");
  const answers = list.map((item) => equalValues(item, given.at(1)));
  return (
    answers.find((answer) => isUnknown(answer)) ??
    (which === "first" ? answers.indexOf(true) : answers.lastIndexOf(true))
  );
}

function fromEnd(given: Arguments): Value | undefined {
  const index = given.whole(1);
  return index < 1 ? undefined : given.list(0).at(-index);
}

function refuseIndex(given: Arguments): never {
  throw new Refusal(
    `The array has ${given.list(0).length} items, and none at ${given.whole(1)} from its end.`,
  );
}

function intersection(given: Arguments, { run: { budget } }: Scope): Value {
  if (isList(given.at(0))) {
    const [first = [], ...others] = given.values.map((_, index) => given.list(index));
    const keys = others.map((list) => new Set(list.map((item) => keyOf(item, budget))));
    return distinct(
      first.filter((item) => keys.every((set) => set.has(keyOf(item, budget)))),
      budget,
    );
  }
  const [first = {}, ...others] = given.values.map((_, index) => given.object(index));
  const shared = Object.entries(first).filter(([key, value]) =>
    others.every((object) => Object.hasOwn(object, key) && equalValues(value, object[key] ?? null) === true),
  );
  return Object.fromEntries(shared);
}

function union(given: Arguments, { run: { budget } }: Scope): Value {
  if (!isList(given.at(0))) {
    const objects = given.values.map((_, index) => given.object(index));
    budget.takeMembers(objects);
    return objects.reduce((merged, object) => merge(merged, object), {});
  }
  const all = given.values.flatMap((_, index) => given.list(index));
  return all.find((item) => isUnknown(item)) ?? distinct(all, budget);
}

/** Each once, the first of those that are equal. */
function distinct(values: readonly Value[], budget: Budget): readonly Value[] {
  return [
    ...new Map([...values].reverse().map((value) => [keyOf(value, budget), value] as const)).values(),
  ].reverse();
}

/** The same for values that are equal: themselves, or all that is in them. What is not known equals itself alone. */
function keyOf(value: Value, budget: Budget): Value {
  if (typeof value !== "object" || value === null || anyUnknown(value)) return value;
  const text = canonical(value);
  budget.takeText(text.length);
  return `value ${text}`;
}

/** With the members of objects by name, for their order makes no difference. */
function canonical(value: Value): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`;
}

/** Objects within objects are merged, everything else is replaced. */
function merge(under: ValueObject, over: ValueObject): ValueObject {
  const merged = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key);
    merged.set(key, isObject(below) && isObject(value) ? merge(below, value) : value);
  }
  const rest = restOf(under) ?? restOf(over);
  return rest ? openObject(Object.fromEntries(merged), rest) : Object.fromEntries(merged);
}

function length(given: Arguments): Value {
  const value = given.at(0);
  if (typeof value === "string" || isList(value)) return value.length;
  return isObject(value)
    ? (restOf(value) ?? Object.keys(value).length)
    : given.refuse(0, "an array, an object or a text");
}

function range(given: Arguments, { run }: Scope): Value {
  const [start, count] = [given.whole(0), given.whole(1)];
  if (count < 0 || count > rangeCount.value) {
    throw new Refusal(`range gives 0 to ${rangeCount.value} numbers, and is asked for ${count}.`);
  }
  run.budget.takeItems(count);
  return Array.from({ length: count }, (_, index) => start + index);
}

function slice(given: Arguments, bounds: (count: number) => readonly [number, number?]): Value {
  const value = given.at(0);
  const [from, to] = bounds(Math.max(0, given.whole(1)));
  if (typeof value === "string" || isList(value)) return value.slice(from, to);
  return given.refuse(0, "an array or a text");
}
