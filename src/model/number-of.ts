import type { Value } from "./unknown.ts";

/** ARM takes `"65010"` for 65010 in templates, and people write it. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;
}
