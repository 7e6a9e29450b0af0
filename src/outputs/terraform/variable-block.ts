import type { Json } from "../../source/document.ts";
import type { Parameter } from "../deployment/parameters.ts";
import { argumentLines, block } from "./layout.ts";
import { quoted } from "./text.ts";

/** In the words of Terraform; the others are of any shape, since a list of objects has no type of its own there. */
const TYPES = { string: "string", bool: "bool", int: "number", array: "any", object: "any" } as const;

/**
 * A secret is hidden in what Terraform prints (`sensitive`) and kept in no plan and no state (`ephemeral`).
 * https://developer.hashicorp.com/terraform/language/manage-sensitive-data/ephemeral, read 2026-11-28
 */
export function variableBlock({ name, type, isSecret, description, default: value }: Parameter): string {
  return block(
    `variable ${quoted(name)}`,
    argumentLines([
      ["type", TYPES[type]],
      ["description", quoted(description)],
      ...(isSecret ? ([["sensitive", "true"] as const, ["ephemeral", "true"] as const] as const) : []),
      ...(value === undefined ? [] : [["default", defaultText(value)] as const]),
    ]),
  );
}

/** Defaults are plain or empty: nothing in a list or an object. */
function defaultText(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return "[]";
  return typeof value === "object" ? "{}" : String(value);
}
