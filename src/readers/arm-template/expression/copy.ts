import { copyCount } from "../../../azure/template-functions.ts";
import { isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import type { Json } from "../../../source/document.ts";
import { isList, isObject } from "../../../source/index.ts";
import { shownValue } from "./arguments.ts";
import { findKey } from "./member-of.ts";
import { originOfPlace, type Place } from "./place.ts";
import type { Scope } from "./scope.ts";

/** An entry of `copy` among the members of an object: a list that takes its name as a member. */
export interface PropertyCopy {
  readonly name: string;
  readonly index: number;
  readonly count: Json;
  readonly countKey: string;
  readonly input: Json;
  readonly inputKey: string;
}

/** `undefined` where it is a member that happens to be called copy. */
export function copiesOf(value: Json): readonly PropertyCopy[] | undefined {
  if (!isList(value)) return undefined;
  const copies = value.map((entry, index): PropertyCopy | undefined => {
    const [, name] = entryOf(entry, "name");
    const [countKey, count] = entryOf(entry, "count");
    const [inputKey, input] = entryOf(entry, "input");
    if (typeof name !== "string" || count === undefined || input === undefined) return undefined;
    return { name, index, count, countKey, input, inputKey };
  });
  return copies.some((copy) => copy === undefined) ? undefined : copies.filter((copy) => copy !== undefined);
}

function entryOf(entry: Json, name: string): readonly [key: string, value: Json | undefined] {
  const key = isObject(entry) ? findKey(entry, name) : undefined;
  return [key ?? name, isObject(entry) && key !== undefined ? entry[key] : undefined];
}

/** How often something is copied; a count that Azure refuses is reported, and nothing is copied. */
export function checkCopyCount(count: Value, scope: Scope, place: Place): number | Unknown {
  if (isUnknown(count)) return count;
  const origin = originOfPlace(place);
  if (typeof count !== "number" || !Number.isInteger(count) || count < 0) {
    scope.run.report({
      rule: "arm-template/invalid-copy",
      severity: "error",
      message: `A copy is made a whole number of times, and this one ${shownValue(count)} times.`,
      origin,
      hint: "Let its count be a whole number from 0 on.",
    });
    return { kind: "unknown", because: "its copy has no count", origin };
  }
  if (count > copyCount.value) {
    scope.run.report({
      rule: "arm-template/exceeds-copy-limit",
      severity: "error",
      message: `This copy is made ${count} times; Azure makes ${copyCount.value} at most.`,
      origin,
      hint: "Split it into several.",
    });
    return { kind: "unknown", because: `its copy is made more than ${copyCount.value} times`, origin };
  }
  return count;
}

/** Whether so many copies of this fit into the run, beside all that were made before; reported where they do not. */
export function allowsCopies(count: number, written: Json, { run }: Scope, place: Place): boolean {
  if (run.budget.allowsCopies(count, written)) return true;
  run.reportLimit({
    rule: "arm-template/exceeds-evaluation-limit",
    severity: "error",
    message: "The copies of the template make more values than a machine holds.",
    origin: originOfPlace(place),
    hint: "Let the template make less of it.",
  });
  return false;
}

/** Inside a copy of properties or variables, whose index goes by its name. */
export function withinCopy(scope: Scope, name: string, index: number): Scope {
  const byName = new Map([...scope.loops.byName, [name.toLowerCase(), index]]);
  return { ...scope, loops: { ...scope.loops, byName, innermost: index } };
}
