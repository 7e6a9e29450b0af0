import type { Json } from "../../source/document.ts";
import type { Parameter } from "../deployment/parameters.ts";
import { quoted } from "./text.ts";

export function parameterDeclaration({
  name,
  type,
  isSecret,
  description,
  default: value,
}: Parameter): string {
  return [
    `@description(${quoted(description)})`,
    ...(isSecret ? ["@secure()"] : []),
    `param ${name} ${type}${value === undefined ? "" : ` = ${defaultText(value)}`}`,
  ].join("\n");
}

/** Defaults are plain or empty: nothing in a list or an object. */
function defaultText(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return "[]";
  return typeof value === "object" ? "{}" : String(value);
}

/** Given by the main file: where it is deployed. */
export function textParameterDeclaration(name: string): string {
  return `param ${name} string`;
}
