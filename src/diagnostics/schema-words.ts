import * as z from "zod";
import type { Schema } from "./keys-of-schema.ts";

/** How people are told what a schema takes: `a text or a list`. */
export function formsOf(schemas: readonly Schema[]): string {
  const forms = schemas.flatMap(({ _zod: { def } }) => (isWrapper(def.type) ? [] : articled(def.type)));
  return listed([...new Set(forms)]);
}

function isWrapper(type: string): boolean {
  return ["union", "optional", "default", "lazy", "pipe"].includes(type);
}

/** The first example that a schema gives for itself, as a person would write it. */
export function exampleOf(schemas: readonly Schema[]): string | undefined {
  for (const schema of schemas) {
    const examples: unknown = z.globalRegistry.get(schema)?.["examples"];
    const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
    if (example !== undefined) return written(example);
  }
  return undefined;
}

/** As YAML on one line. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join(", ")} }`;
}

/** A value as it stands in a sentence. */
export function show(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object") return "a mapping";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["tuple", "a list"],
  ["object", "a mapping of keys"],
  ["record", "a mapping of keys"],
  ["null", "nothing"],
]);

export function articled(expected: string): string {
  return NAMES.get(expected) ?? expected;
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
