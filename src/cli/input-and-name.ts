import { existsSync } from "node:fs";
import { DEFAULT_INPUT } from "./default-input.ts";
import { STDIN } from "./load-input.ts";

/** Of `[INPUT] [NAME]`: a name stands alone where the file is the usual one. */
export function inputAndName(
  first: string | undefined,
  second: string | undefined,
): readonly [input: string, name: string | undefined] {
  return second === undefined && isName(first) ? [DEFAULT_INPUT, first] : [first ?? DEFAULT_INPUT, second];
}

/** What is a file, or is called like one, is no name. */
export function isName(argument: string | undefined): argument is string {
  if (argument === undefined || argument === STDIN || /\.(ya?ml|jsonc?)$/i.test(argument)) return false;
  return !existsSync(argument);
}
