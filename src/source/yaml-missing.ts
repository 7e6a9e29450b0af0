import type { YAMLError } from "yaml";
import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { missingColon } from "./yaml-colon.ts";
import { lineExcerpt, nextVisible, restOfLine } from "./yaml-lines.ts";
import { unclosedBracket, unclosedQuote } from "./yaml-unclosed.ts";

/** A character that is missing; the library's message tells which. */
export function describeMissing(error: YAMLError, text: string): FoundProblem {
  const { message } = error;
  const [start] = error.pos;
  if (message.includes('closing "')) return unclosedQuote(text, '"');
  if (message.includes("closing '")) return unclosedQuote(text, "'");
  if (message.includes("end with a ]")) return unclosedBracket(text, start, "]");
  if (message.includes("end with a }")) return unclosedBracket(text, start, "}");
  if (message.includes("map keys")) return missingColon(text, start);
  if (message.startsWith("Block scalars with")) return lessThanBlankLine(text, start);
  return missingBeside(error, text);
}

function lessThanBlankLine(text: string, start: number): FoundProblem {
  return {
    message: `${lineExcerpt(text, start)} is indented less than the blank line above it.`,
    hint: "Remove the spaces of the blank line.",
    range: restOfLine(text, start),
  };
}

/** By the beginning of the library's message. */
const MISSING: readonly (readonly [message: string, thing: string, where: "before" | "after"])[] = [
  ["Comments must", "A space", "before"],
  ["Tags and anchors", "A space", "before"],
  ["Missing space after :", "A space", "before"],
  ["Missing ,", "A comma", "before"],
  ["Sequence item without", "A -", "before"],
  ["Block collection cannot", "A line break", "before"],
  ["Missing directives-end", "A line ---", "before"],
  ["Missing newline after", "A line break", "after"],
];

function missingBeside({ message, pos: [start, end] }: YAMLError, text: string): FoundProblem {
  const [, thing, where] = MISSING.find(([beginning]) => message.startsWith(beginning)) ?? [];
  const range = where === "after" ? { start, end } : restOfLine(text, nextVisible(text, start));
  const shown = excerpt(text.slice(range.start, range.end));
  const found = shown === "" ? "the end of the file" : shown;
  return { message: thing ? `${thing} is missing ${where} ${found}.` : `${found} cannot stand here.`, range };
}
