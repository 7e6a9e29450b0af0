import { isList, isObject, type Value } from "../../../model/unknown.ts";
import type { Arguments } from "../expression/arguments.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Scope } from "../expression/scope.ts";
import { textOfValue } from "../expression/text-of-value.ts";
import { formatNumber } from "./format-number.ts";

const ITEM = /\{\{|\}\}|\{\s*(\d+)\s*(?:,\s*(-?\d+)\s*)?(?::([^{}]*))?\}|[{}]/g;

/**
 * `{0}`, `{0,8}` and `{0:D4}`, as .NET's composite formatting has them; braces are doubled to be kept.
 * https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting
 */
export function format(given: Arguments, { run: { budget } }: Scope): Value {
  const pattern = given.text(0);
  let length = pattern.length;
  const formatted = pattern.replace(ITEM, (found, digits?: string, width?: string, format?: string) => {
    if (found === "{{" || found === "}}") return found.charAt(0);
    if (digits === undefined)
      throw new Refusal(`The format '${pattern.slice(0, 40)}' has a single ${found}.`);
    const text = align(itemOf(given, Number(digits), format), Number(width ?? 0), budget);
    length += text.length;
    budget.takeText(length);
    return text;
  });
  return formatted;
}

function itemOf(given: Arguments, index: number, format: string | undefined): string {
  if (index + 1 >= given.count)
    throw new Refusal(`The format asks for {${index}}, and ${given.count - 1} values are given.`);
  const value = given.at(index + 1);
  if (isList(value) || isObject(value)) return textOfValue(value);
  return typeof value === "number" && format !== undefined && format !== ""
    ? formatNumber(value, format)
    : textOfValue(value);
}

function align(text: string, width: number, budget: Scope["run"]["budget"]): string {
  budget.takeText(Math.abs(width));
  return width < 0 ? text.padEnd(-width) : text.padStart(width);
}
