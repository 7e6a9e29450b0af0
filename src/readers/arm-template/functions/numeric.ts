import { isList, isUnknown, type Value } from "../../../model/unknown.ts";
import type { Arguments } from "../expression/arguments.ts";
import { Refusal } from "../expression/refusal.ts";
import { type Scope, unknownHere } from "../expression/scope.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric */
export const numericFunctions: readonly TemplateFunction[] = [
  arithmetic("add", (a, b) => a + b),
  arithmetic("sub", (a, b) => a - b),
  arithmetic("mul", (a, b) => a * b),
  arithmetic("div", (a, b) => a / nonZero("div", b)),
  arithmetic("mod", (a, b) => a % nonZero("mod", b)),
  plain("int", 1, 1, toWhole),
  plain("float", 1, 1, toNumber),
  plain("min", 1, undefined, (given) => Math.min(...numbersOf(given))),
  plain("max", 1, undefined, (given) => Math.max(...numbersOf(given))),
  plain("copyIndex", 0, 2, copyIndex),
];

function arithmetic(name: string, of: (a: bigint, b: bigint) => bigint): TemplateFunction {
  return plain(name, 2, 2, (given, scope) =>
    exact(of(BigInt(given.whole(0)), BigInt(given.whole(1))), scope),
  );
}

function nonZero(name: string, divisor: bigint): bigint {
  if (divisor === 0n) throw new Refusal(`${name} divides by 0.`);
  return divisor;
}

/** ARM counts in 64 bits. What cannot be kept exactly here is not known rather than nearly right. */
function exact(value: bigint, scope: Scope): Value {
  if (BigInt.asIntN(64, value) !== value)
    throw new Refusal(`${value} does not fit into the 64 bits of a whole number.`);
  const number = Number(value);
  return Number.isSafeInteger(number)
    ? number
    : unknownHere(scope, `${value} is larger than the whole numbers that can be counted exactly`);
}

function toWhole(given: Arguments, scope: Scope): Value {
  const value = given.at(0);
  if (typeof value === "number") return Math.trunc(value);
  if (typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value))
    return exact(BigInt(value.trim().replace(/^\+/, "")), scope);
  return given.refuse(0, "a number, or a text that is a whole number");
}

function toNumber(given: Arguments): number {
  const value = given.at(0);
  if (typeof value === "number") return value;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : given.refuse(0, "a number");
}

/** Of an array, or of the arguments themselves. */
function numbersOf(given: Arguments): readonly number[] {
  const first = given.at(0);
  const values = isList(first) ? first : given.values;
  if (values.length === 0)
    throw new Refusal(`${given.written} takes at least one number, and the array is empty.`);
  if (values.length > 10_000) throw new Refusal(`${given.written} gets more than 10,000 numbers.`, "limit");
  return values.map((value, index) =>
    typeof value === "number" ? value : given.refuse(isList(first) ? 0 : index, "whole numbers"),
  );
}

/** `copyIndex()`, `copyIndex(offset)`, `copyIndex('loop')` and `copyIndex('loop', offset)`. */
function copyIndex(given: Arguments, { loops }: Scope): Value {
  const first = given.at(0);
  const isNamed = given.count > 0 && typeof first === "string";
  const name = isNamed ? given.text(0).toLowerCase() : undefined;
  const offsetAt = isNamed ? 1 : 0;
  const offset = given.count > offsetAt ? given.whole(offsetAt) : 0;
  if (isUnknown(first)) return first;

  const index = name === undefined ? (loops.own ?? loops.innermost) : loops.byName.get(name);
  if (index === undefined) {
    throw new Refusal(
      name === undefined ? "copyIndex stands in no copy." : `No copy around it is called ${given.text(0)}.`,
    );
  }
  return index + offset;
}
