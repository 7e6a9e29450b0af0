import type { YAMLError } from "yaml";
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
  return missingBefore(text, start, missingThing(message));
}

function missingThing(message: string): string {
  if (message.startsWith("Comments must")) return "A space";
  if (message.startsWith("Tags and anchors")) return "A space";
  if (message.startsWith("Missing space after :")) return "A space";
  if (message.startsWith("Missing ,")) return "A comma";
  if (message.startsWith("Sequence item without")) return "A -";
  if (message.startsWith("Block collection cannot start")) return "A line break";
  if (message.startsWith("Missing directives-end")) return "A line ---";
  return "Something";
}

function missingBefore(text: string, start: number, thing: string): FoundProblem {
  const range = restOfLine(text, nextVisible(text, start));
  const shown = lineExcerpt(text, range.start);
  return { message: `${thing} is missing before ${shown === "" ? "the end of the file" : shown}.`, range };
}
