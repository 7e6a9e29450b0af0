import type { z } from "zod";
import type { Path } from "../source/path.ts";
import { didYouMean } from "./did-you-mean.ts";
import { keysOfSchema } from "./keys-of-schema.ts";

/** A schema's complaint in our words. `path` is within the value that was checked. */
export interface SchemaProblem {
  readonly problem: "unknown-key" | "missing-value" | "invalid-value";
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

type Issue = z.core.$ZodIssue;

/** `base` is where the checked value stands in its file: names in messages are written from the file's root. */
export function* problemsOf(
  issue: Issue,
  schema: z.core.$ZodType,
  base: Path,
  within: Path = [],
): Iterable<SchemaProblem> {
  const path = [...within, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
  const name = nameOf([...base, ...path]);

  if (issue.code === "unrecognized_keys") {
    const candidates = keysOfSchema(schema, path);
    for (const key of issue.keys)
      yield unknownKey([...path, key], nameOf([...base, ...path, key]), key, candidates);
    return;
  }
  if (issue.code === "invalid_union") {
    const branch = closestBranch(issue.errors);
    if (branch) {
      for (const inner of branch) yield* problemsOf(inner, schema, base, path);
      return;
    }
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    yield {
      problem: "missing-value",
      path,
      message: `${name} is missing; it takes ${articled(issue.expected)}.`,
    };
    return;
  }
  yield { problem: "invalid-value", path, ...describe(issue, name) };
}

function unknownKey(path: Path, name: string, key: string, candidates: readonly string[]): SchemaProblem {
  const guess = didYouMean(key, candidates);
  const hint = guess ? `Write ${guess}.` : hintOfCandidates(key, candidates);
  return { problem: "unknown-key", path, message: `${name} is not a key that is known here.`, hint };
}

function hintOfCandidates(key: string, candidates: readonly string[]): string {
  return candidates.length > 0 ? `Use one of: ${[...candidates].sort().join(", ")}.` : `Remove ${key}.`;
}

/** Of a union's branches, the one whose value at least has the right type: its message is the useful one. */
function closestBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const near = errors.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && isTypeIssue(issue)),
  );
  return near.length === 1 ? near[0] : undefined;
}

function isTypeIssue(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function describe(issue: Issue, name: string): { message: string; hint?: string } {
  const got = show(issue.input);
  switch (issue.code) {
    case "invalid_type":
      return { message: `${name} is ${got}; it takes ${articled(issue.expected)}.` };
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const guess = typeof issue.input === "string" ? didYouMean(issue.input, allowed) : undefined;
      const message = `${name} is ${got}; it takes ${listed(allowed)}.`;
      return guess ? { message, hint: `Write ${guess}.` } : { message };
    }
    case "too_small":
      return { message: `${name} is ${got}; it takes ${unitOf(issue.origin)}${issue.minimum} or more.` };
    case "too_big":
      return { message: `${name} is ${got}; it takes ${unitOf(issue.origin)}${issue.maximum} or less.` };
    case "custom": {
      const hint: unknown = issue.params?.["hint"];
      const message = `${name} ${issue.message}`;
      return typeof hint === "string" ? { message, hint } : { message };
    }
    case "invalid_union":
      return { message: `${name} is ${got}, which is none of the forms that it takes.` };
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "unrecognized_keys":
      return { message: `${name} is ${got}, which does not fit: ${issue.message}.` };
  }
}

/** `virtualNetworks.hub.subnets[0]`: how people write a path. */
function nameOf(path: Path): string {
  if (path.length === 0) return "The file";
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`))
    .join("");
}

function show(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function unitOf(origin: string): string {
  if (origin === "string") return "a text of length ";
  return origin === "array" ? "a list of length " : "";
}

const NAMES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping of keys",
  record: "a mapping of keys",
};

function articled(expected: string): string {
  return NAMES[expected] ?? expected;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
