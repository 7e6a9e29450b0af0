import { excerpt } from "./excerpt.ts";
import type { Range } from "./place.ts";

/** From `start` to the last visible character of its line, without a comment. */
export function restOfLine(text: string, start: number): Range {
  const lineBreak = text.indexOf("\n", start);
  const line = text.slice(start, lineBreak < 0 ? text.length : lineBreak);
  const comment = line.search(/\s#/);
  return { start, end: start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length };
}

export function lineExcerpt(text: string, start: number): string {
  return excerpt(text.slice(start, restOfLine(text, start).end));
}

/** The first visible character at or after `start`. */
export function nextVisible(text: string, start: number): number {
  const found = text.slice(start).search(/\S/);
  return found < 0 ? text.length : start + found;
}

export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";
}

/** Nothing before it but indentation and the dashes of list items. */
export function isFirstInEntry(text: string, offset: number): boolean {
  return /^\s*(?:[-?]\s+)*$/.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
}
