import { UserError } from "./user-error.ts";

/** All that has a schema; apart from the schemas, because the command line knows the names before it loads those. */
export const SCHEMA_NAMES = [
  "intent",
  "estate",
  "lock",
  "design",
  "decision",
  "addresses",
  "free-range",
  "price",
  "prices",
  "routes",
  "trace",
  "reach",
  "survive",
  "diff",
  "expectations",
  "lab-list",
  "lab-status",
  "lab-test",
  "lab-survive",
  "lab-doctor",
  "diagnostics",
  "config",
  "baseline",
] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];

export function parseSchemaName(text: string): SchemaName {
  const found = SCHEMA_NAMES.find((name) => name === text);
  if (found) return found;
  throw new UserError(`There is no schema "${text}".`, `Name one of: ${SCHEMA_NAMES.join(", ")}.`);
}
