import type { FoundProblem } from "./place.ts";

/**
 * Lists and mappings inside each other. Nothing in Azure comes near; a file that does is an attack on the stack, or
 * an accident.
 */
export const MAXIMUM_DEPTH = 100;

export function tooDeep(start: number): FoundProblem {
  return {
    message: `Values are nested more than ${MAXIMUM_DEPTH} deep.`,
    hint: "Flatten the file.",
    range: { start, end: start + 1 },
  };
}
