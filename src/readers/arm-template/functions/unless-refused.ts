import type { Value } from "../../../model/unknown.ts";
import type { Expression } from "../expression/expression.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Scope } from "../expression/scope.ts";
import type { Evaluate } from "../expression/template-function.ts";

/** What may not be asked for in the end is allowed to have no value. */
export function unlessRefused(expression: Expression, scope: Scope, evaluate: Evaluate): Value | undefined {
  try {
    return evaluate(expression, scope);
  } catch (error) {
    if (error instanceof Refusal && !error.isFinal) return undefined;
    throw error;
  }
}
