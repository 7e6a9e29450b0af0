import type { z } from "zod";
import type { Origin } from "../source/origin.ts";
import { originWithin } from "../source/origin.ts";
import type { Path } from "../source/path.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { problemsOf, type SchemaProblem, unknownKey } from "./schema-problems.ts";

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
  const hidden = protoKeys(value).map((path) => unknownKey(schema, origin.path, path, "__proto__"));
  if (result.success && hidden.length === 0) return { data: result.data, diagnostics: [] };

  const issues = result.error?.issues ?? [];
  const problems = [...issues.flatMap((issue) => [...problemsOf(issue, schema, origin.path)]), ...hidden];
  return {
    data: undefined,
    diagnostics: onlyCauses(problems).map((problem) => toDiagnostic(problem, origin, noun)),
  };
}

/** Records pass over the key `__proto__` as if it were not there; nothing of a file may be lost in silence. */
function protoKeys(value: unknown): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => protoKeysIn(item, index));

  return Object.entries(value).flatMap(([key, inner]) =>
    key === "__proto__" ? [[key]] : protoKeysIn(inner, key),
  );
}

function protoKeysIn(value: unknown, key: string | number): readonly Path[] {
  return protoKeys(value).map((path) => [key, ...path]);
}

/** A misspelt key is one mistake: that the right one is missing follows from it. */
function onlyCauses(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const meant = new Set(
    problems.flatMap(({ path, means }) => (means === undefined ? [] : keyOf([...path.slice(0, -1), means]))),
  );
  const seen = new Set<string>();
  return problems.filter(({ problem, path }) => {
    const key = `${problem} ${keyOf(path)}`;
    if (seen.has(key) || (problem === "missing-value" && meant.has(keyOf(path)))) return false;
    seen.add(key);
    return true;
  });
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
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
