import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { isFirstOnLine, nextVisible, restOfLine } from "./yaml-lines.ts";

/** A line that should be `key: value` and is not. */
export function missingColon(text: string, start: number): FoundProblem {
  const range = restOfLine(text, start);
  const line = text.slice(range.start, range.end);
  const shown = excerpt(line);
  if (line.startsWith("- ")) {
    return { message: `The list item ${shown} stands among keys.`, hint: "Indent it below its key.", range };
  }
  if (/^["']/.test(line)) {
    return { message: `The key ${shown} runs over several lines.`, hint: "Write it on one line.", range };
  }

  const [, key, value] = /^([^\s:]+):(\S.*)$/.exec(line) ?? [];
  if (key !== undefined && value !== undefined) {
    return {
      message: `A space is missing after the colon of ${shown}.`,
      hint: `Write ${excerpt(`${key}: ${value}`)}.`,
      range,
    };
  }
  const [, word, rest] = /^(\S+)\s+(\S.*)$/.exec(line) ?? [];
  if (word === undefined || rest === undefined || line.endsWith(":")) {
    return {
      message: `A colon is missing after ${shown}.`,
      hint: `Write ${excerpt(line)}: and its value.`,
      range,
    };
  }
  return { message: `A colon is missing in ${shown}.`, hint: `Write ${excerpt(`${word}: ${rest}`)}.`, range };
}

/** `a: b: c`, or a value with lines indented below it. The library reports both at the value. */
export function keyInsideValue(text: string, start: number): FoundProblem {
  const range = restOfLine(text, start);
  const value = text.slice(range.start, range.end);
  if (/:(\s|$)/.test(value) && !isFirstOnLine(text, start)) {
    return {
      message: `The value ${excerpt(value)} has a colon of its own.`,
      hint: "Put quotes around it, or give it a line of its own.",
      range,
    };
  }

  const below = restOfLine(text, nextVisible(text, range.end));
  const shown = excerpt(text.slice(below.start, below.end));
  return {
    message: `${shown} is indented below ${excerpt(value)}, which is a value already.`,
    hint: "Indent it like the line above.",
    range: below,
  };
}
