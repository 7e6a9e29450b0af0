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
    `param ${name} ${type}${value === undefined ? "" : ` = ${value}`}`,
  ].join("\n");
}

/** Given by the main file: where it is deployed. */
export function textParameterDeclaration(name: string): string {
  return `param ${name} string`;
}
