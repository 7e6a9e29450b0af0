import type { YAMLError } from "yaml";
import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { isFirstOnLine, lineExcerpt, nextVisible, restOfLine } from "./yaml-lines.ts";

export function badIndentation({ pos: [start] }: YAMLError, text: string): FoundProblem {
  const range = restOfLine(text, nextVisible(text, start));
  return {
    message: `The indentation of ${lineExcerpt(text, range.start)} fits no line above it.`,
    hint: "Indent it like the lines it belongs to.",
    range,
  };
}

/** Something stands where nothing like it can stand. */
export function describeUnexpected({ message, pos: [start, end] }: YAMLError, text: string): FoundProblem {
  const found = excerpt(text.slice(start, end));
  const line = lineExcerpt(text, start);
  const range = { start, end };
  if (found === "]" || found === "}")
    return { message: `The ${found} closes nothing.`, hint: "Remove it.", range };
  if (found === ",") return { message: "A value is missing before the comma.", range };
  if (message.includes("Block scalar header")) {
    const hint = "Start the text on the next line.";
    return { message: `${line} stands on the line of the | or > that announces a text.`, hint, range };
  }
  if (message.includes("block-seq-ind")) {
    const hint = "Put the list below the key, or write it in [ ].";
    return { message: `The list item ${line} stands on the line of its key.`, hint, range };
  }
  const hint = isFirstOnLine(text, start) ? "Indent it, or remove it." : "Put quotes around the whole value.";
  return { message: `${line} does not belong to the value before it.`, hint, range: restOfLine(text, start) };
}
