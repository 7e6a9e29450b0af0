import { excerpt } from "./excerpt.ts";
import type { FoundProblem, Range } from "./place.ts";

export function duplicateKey(name: string, range: Range, lineOfFirst: number): FoundProblem {
  return {
    message: `${excerpt(name)} is given twice; the first is on line ${lineOfFirst}.`,
    hint: "Rename or remove one of them.",
    range,
  };
}
