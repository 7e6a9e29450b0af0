import type { z } from "zod";
import type { Origin } from "../source/origin.ts";
import { originWithin } from "../source/origin.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { problemsOf, type SchemaProblem } from "./schema-problems.ts";

/** What a schema made of a value: the data where it fits, and otherwise what is wrong with it, all of it. */
export interface Checked<T> {
  readonly data: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a value that stands at `origin`. The rules are `<noun>/unknown-key`, `<noun>/missing-value` and
 * `<noun>/invalid-value`.
 */
export function checkSchema<T>(
  schema: z.ZodType<T>,
  value: unknown,
  origin: Origin,
  noun: string,
): Checked<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { data: result.data, diagnostics: [] };

  const problems = result.error.issues.flatMap((issue) => [...problemsOf(issue, schema, origin.path)]);
  return { data: undefined, diagnostics: problems.map((problem) => toDiagnostic(problem, origin, noun)) };
}

function toDiagnostic(problem: SchemaProblem, origin: Origin, noun: string): Diagnostic {
  return {
    rule: `${noun}/${problem.problem}`,
    severity: "error",
    message: problem.message,
    origin: originWithin(origin, ...problem.path),
    ...(problem.problem === "unknown-key" ? { at: "key" } : {}),
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
  };
}
