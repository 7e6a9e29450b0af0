import type { Value } from "../../../model/unknown.ts";
import type { Arguments } from "./arguments.ts";
import type { Expression } from "./expression.ts";
import type { Scope } from "./scope.ts";

export type TemplateFunction = PlainFunction | Form;

interface Named {
  /** In Azure's spelling. */
  readonly name: string;
  readonly least: number;
  /** As many as one likes where absent. */
  readonly most?: number;
}

export interface PlainFunction extends Named {
  /**
   * What is asked of arguments before the call. `all`: nothing unknown anywhere, or the result is unknown. `outside`:
   * no argument is unknown itself, what is inside may be. `none`: the function sees to it.
   */
  readonly known: "all" | "outside" | "none";
  readonly call: (given: Arguments, scope: Scope) => Value;
}

/** Takes its arguments as they are written, for not all of them may have a value. */
export interface Form extends Named {
  readonly form: (given: readonly Expression[], scope: Scope, evaluate: Evaluate) => Value;
}

export type Evaluate = (expression: Expression, scope: Scope) => Value;

/** A function that needs to know all that it is given. */
export function plain(
  name: string,
  least: number,
  most: number | undefined,
  call: PlainFunction["call"],
  known: PlainFunction["known"] = "all",
): PlainFunction {
  return { name, least, ...(most === undefined ? {} : { most }), known, call };
}
