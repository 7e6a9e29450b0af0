import type { YAMLError } from "yaml";
import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";

/** Our sentence for an error of the library. */
export function describeYamlError(error: YAMLError, text: string): FoundProblem {
  const [start, end] = error.pos;
  return {
    message: `${error.code} ${error.message} ${excerpt(text.slice(start, end))}`,
    range: { start, end },
  };
}
