import { isUnknown, type Unknown, type Value } from "../../../model/unknown.ts";
import { Arguments } from "../expression/arguments.ts";
import { equalValues } from "../expression/equal-values.ts";
import type { Expression } from "../expression/expression.ts";
import type { Scope } from "../expression/scope.ts";
import { calledByCall } from "../expression/stand-in-names.ts";
import { type Evaluate, type Form, plain, type TemplateFunction } from "../expression/template-function.ts";
import { unlessRefused } from "./unless-refused.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical */
export const logicalFunctions: readonly TemplateFunction[] = [
  junction("and", false),
  junction("or", true),
  plain("not", 1, 1, (given) => !given.truth(0)),
  plain("true", 0, 0, () => true),
  plain("false", 0, 0, () => false),
  plain("bool", 1, 1, toBoolean),
  { name: "if", least: 3, most: 3, form: choose },
];

/** One argument that decides is enough, whatever else is not known. */
function junction(name: string, decisive: boolean): Form {
  return {
    name,
    least: 1,
    form(given, scope, evaluate) {
      let unknown: Unknown | undefined;
      for (const argument of given) {
        const value = evaluate(argument, scope);
        if (isUnknown(value)) unknown ??= value;
        else if (new Arguments(name, [value]).truth(0) === decisive) return decisive;
      }
      return unknown ?? !decisive;
    },
  };
}

/** Only the branch that is taken is evaluated; where none is known to be, both must agree. */
function choose(given: readonly Expression[], scope: Scope, evaluate: Evaluate): Value {
  const [condition, ...branches] = given;
  const chosen = condition ? evaluate(condition, scope) : null;
  if (!isUnknown(chosen)) {
    const branch = branches[new Arguments("if", [chosen]).truth(0) ? 0 : 1];
    return branch ? evaluate(branch, scope) : null;
  }
  const [first, second] = branches.map((branch) => unlessRefused(branch, scope, evaluate));
  if (first !== undefined && second !== undefined && equalValues(first, second) === true) return first;
  return calledByCall(chosen, "if", [chosen, first, second]);
}

function toBoolean(given: Arguments): boolean {
  const value = given.at(0);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string" && /^(true|false|0|1)$/i.test(value.trim()))
    return /^(true|1)$/i.test(value.trim());
  return given.refuse(0, "true, false, 1 or 0");
}
