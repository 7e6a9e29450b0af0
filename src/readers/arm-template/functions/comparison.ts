import { secretOf } from "../../../model/secret.ts";
import { isUnknown, type Value } from "../../../model/unknown.ts";
import type { Arguments } from "../expression/arguments.ts";
import { equalValues } from "../expression/equal-values.ts";
import type { Expression } from "../expression/expression.ts";
import type { Scope } from "../expression/scope.ts";
import { calledByCall } from "../expression/stand-in-names.ts";
import { type Evaluate, plain, type TemplateFunction } from "../expression/template-function.ts";
import { unlessRefused } from "./unless-refused.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-comparison */
export const comparisonFunctions: readonly TemplateFunction[] = [
  plain("equals", 2, 2, (given) => equalValues(given.at(0), given.at(1)), "none"),
  plain("less", 2, 2, (given) => order(given) < 0),
  plain("lessOrEquals", 2, 2, (given) => order(given) <= 0),
  plain("greater", 2, 2, (given) => order(given) > 0),
  plain("greaterOrEquals", 2, 2, (given) => order(given) >= 0),
  {
    name: "coalesce",
    least: 1,
    form: firstPresent,
  },
];

/** Two numbers, or two texts by their code units. */
function order(given: Arguments): number {
  const [left, right] = [given.at(0), given.at(1)];
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left !== "number") return given.refuse(0, "two numbers or two texts");
  return typeof right === "number" ? left - right : given.refuse(1, "two numbers or two texts");
}

/** The first that is not null; what may be null and may be not decides. */
function firstPresent(given: readonly Expression[], scope: Scope, evaluate: Evaluate): Value {
  for (const [index, argument] of given.entries()) {
    const value = evaluate(argument, scope);
    if (value === null) continue;
    if (!isUnknown(value) || secretOf(value) || index === given.length - 1) return value;
    const others = given.slice(index + 1).map((other) => unlessRefused(other, scope, evaluate));
    return calledByCall(value, "coalesce", [value, ...others]);
  }
  return null;
}
