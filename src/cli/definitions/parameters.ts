import { DEFAULT_INPUT } from "../default-input.ts";
import { parseText } from "../flags.ts";

/** What more than one command takes. */

export const input = {
  brief: `The intent file, or - for stdin; ${DEFAULT_INPUT} where absent`,
  parse: parseText,
  placeholder: "INPUT",
  optional: true,
} as const;

export const prices = {
  kind: "parsed",
  parse: parseText,
  optional: true,
  placeholder: "FILE",
  brief: "Count by the rates of this file instead of the shipped ones",
} as const;

export const formatTextOrJson = {
  kind: "enum",
  values: ["text", "json"],
  default: "text",
  brief: "For people or for programs",
} as const;

export function onOff(brief: string) {
  return { kind: "boolean", default: false, withNegated: false, brief } as const;
}
