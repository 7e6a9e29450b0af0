import type { z } from "zod";
import type { Path } from "../source/path.ts";
import { didYouMean } from "./did-you-mean.ts";
import { keysOfSchema, type Schema, schemasAt } from "./keys-of-schema.ts";
import { articled, exampleOf, formsOf, listed, show } from "./schema-words.ts";
import { speaksOfSecrets } from "./secret-words.ts";

/** A schema's complaint in our words. `path` is within the value that was checked. */
export interface SchemaProblem {
  readonly problem: "unknown-key" | "missing-value" | "invalid-value";
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  /** The key that an unknown one most likely stands for. */
  readonly means?: string;
}

type Issue = z.core.$ZodIssue;

/** `base` is where the checked value stands in its file: names in messages are written from the file's root. */
export function* problemsOf(
  issue: Issue,
  schema: Schema,
  base: Path,
  within: Path = [],
): Iterable<SchemaProblem> {
  const path = [...within, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];

  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) yield unknownKey(schema, base, [...path, key], key);
    return;
  }
  if (issue.code === "invalid_union") {
    const branch = closestBranch(issue.errors);
    if (branch) {
      for (const inner of branch) yield* problemsOf(inner, schema, base, path);
      return;
    }
  }
  const schemas = schemasAt(schema, path);
  if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_union")) {
    const example = exampleOf(schemas);
    const key = path.at(-1);
    const takes = issue.code === "invalid_type" ? articled(issue.expected) : formsOf(schemas);
    yield {
      problem: "missing-value",
      path,
      message: `${nameOf([...base, ...path])} is missing; it takes ${takes}.`,
      ...(example === undefined ? {} : { hint: `Write ${key}: ${example}.` }),
    };
    return;
  }
  yield { problem: "invalid-value", path, ...describe(issue, nameOf([...base, ...path]), schemas) };
}

/** A key that no schema takes. Also for `__proto__`, which a record passes over in silence. */
export function unknownKey(schema: Schema, base: Path, path: Path, key: string): SchemaProblem {
  const candidates = keysOfSchema(schema, path.slice(0, -1));
  const means = didYouMean(key, candidates);
  const hint = means ? `Write ${means}.` : hintOfCandidates(key, candidates);
  const message = `${nameOf([...base, ...path])} is not a key that is known here.`;
  return { problem: "unknown-key", path, message, hint, ...(means ? { means } : {}) };
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

interface Sentence {
  readonly message: string;
  readonly hint?: string;
}

function describe(issue: Issue, name: string, schemas: readonly Schema[]): Sentence {
  const input = mayBeSecret(issue.input, name) ? undefined : issue.input;
  const is = `${name} is ${input === issue.input ? show(input) : "a text"}`;
  switch (issue.code) {
    case "invalid_type":
      return { message: `${is}; it takes ${articled(issue.expected)}.`, ...hintFor(input, schemas) };
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const guess = typeof issue.input === "string" ? didYouMean(issue.input, allowed) : undefined;
      return {
        message: `${is}; it takes ${listed(allowed)}.`,
        ...(guess ? { hint: `Write ${guess}.` } : {}),
      };
    }
    case "too_small":
      return { message: `${is}; it takes ${countOf(schemas, issue.origin, issue.minimum, "or more")}.` };
    case "too_big":
      return { message: `${is}; it takes ${countOf(schemas, issue.origin, issue.maximum, "or less")}.` };
    case "custom": {
      const hint: unknown = issue.params?.["hint"];
      return { message: `${name} ${issue.message}`, ...(typeof hint === "string" ? { hint } : {}) };
    }
    case "invalid_union":
      return { message: `${is}; it takes ${formsOf(schemas)}.`, ...hintFor(input, schemas) };
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "unrecognized_keys":
      break;
  }
  return { message: `${is}, which does not fit: ${issue.message}.` };
}

/** A file that is nothing but a text is no network, and may well be a key; so may be what is called one. */
function mayBeSecret(input: unknown, name: string): boolean {
  return typeof input === "string" && (name === THE_FILE || [name, input].some(speaksOfSecrets));
}

/** An example where the schema has one; quotes where a number or true stands for a text. */
function hintFor(input: unknown, schemas: readonly Schema[]): { readonly hint?: string } {
  const types = schemas.map(({ _zod: { def } }) => def.type);
  const glued =
    typeof input === "string" && types.includes("object") ? /^([A-Za-z]\w*):(\S.*)$/.exec(input) : null;
  if (glued) return { hint: `Write ${glued[1]}: ${glued[2]}, with a blank behind the colon.` };

  const example = exampleOf(schemas);
  if (example !== undefined) return { hint: `Write it like ${example}.` };
  if (input === null) return { hint: "Remove the key, or write what belongs below it." };

  const isBare = typeof input === "number" || typeof input === "boolean";
  if (isBare && types.includes("string")) return { hint: `Write "${input}", with its quotes.` };
  if (types.includes("record") && Array.isArray(input))
    return { hint: "Write each below its name, with a colon behind it." };
  if (types.includes("array") && typeof input === "object")
    return { hint: "Write a list, each entry with a dash before it." };
  if (types.includes("tuple")) return { hint: "Write a list of two, such as [hub, spoke]." };
  if (typeof input === "string" && types.includes("array")) return { hint: `Write a list: [${input}].` };
  return {};
}

function countOf(schemas: readonly Schema[], origin: string, bound: number | bigint, orMore: string): string {
  if (schemas.some(({ _zod: { def } }) => def.type === "tuple")) return `a list of ${bound}`;
  if (origin === "string") return `a text of ${bound} characters ${orMore}`;
  return origin === "array" ? `a list of ${bound} ${orMore}` : `${bound} ${orMore}`;
}

const THE_FILE = "The file";

/** `virtualNetworks.hub.subnets[0]`: how people write a path. */
function nameOf(path: Path): string {
  if (path.length === 0) return THE_FILE;
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`))
    .join("");
}
