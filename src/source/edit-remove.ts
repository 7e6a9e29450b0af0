import type { Edited } from "./change.ts";
import type { Document, Span } from "./document.ts";
import { isShared } from "./is-shared.ts";
import { isList } from "./json-kind.ts";
import type { Path } from "./path.ts";
import { readDocument } from "./read-document.ts";
import { valueAtPath } from "./value-at-path.ts";

/** A text out of a list, with the comma or the line that it needs no more; the list keeps at least one. */
export function removal(document: Document, path: Path, was: string): Edited {
  const { text, file } = document;
  const holder = path.slice(0, -1);
  const index = path.at(-1);
  const list = valueAtPath(document.value, holder);
  const span = document.spanOf(path);
  const written = text.slice(span.start.offset, span.end.offset);
  const isItem = isList(list) && typeof index === "number" && list[index] === was;
  if (!isItem || isShared(document, path) || readDocument(file, written).value !== was)
    return { because: "is computed, and not written as it is" };
  if (list.length < 2) return { because: "is the only one of its list" };

  const isFlow = text.charAt(document.spanOf(holder).start.offset) === "[";
  const gone = isFlow ? itemOfFlow(document, holder, index, list.length) : lineOf(text, span);
  return gone
    ? { edit: { span: gone, text: "" } }
    : { because: "has a comment beside it that would go as well" };
}

/** To where the next one begins; of the last one from where the one before ends. */
function itemOfFlow(document: Document, holder: Path, index: number, length: number): Span | undefined {
  const own = document.spanOf([...holder, index]);
  const isLast = index + 1 === length;
  const next = isLast ? own : document.spanOf([...holder, index + 1]);
  const before = isLast ? document.spanOf([...holder, index - 1]) : own;
  const gap = isLast
    ? document.text.slice(before.end.offset, own.start.offset)
    : document.text.slice(own.end.offset, next.start.offset);
  if (!/^[\s,]*$/.test(gap)) return undefined;
  return isLast ? { start: before.end, end: own.end } : { start: own.start, end: next.start };
}

/** A block's item has its line for itself, or stays. */
function lineOf(text: string, { start, end }: Span): Span | undefined {
  const lineStart = start.offset - (start.column - 1);
  const lineBreak = text.indexOf("\n", end.offset);
  const line = text.slice(lineStart, lineBreak < 0 ? text.length : lineBreak).trim();
  if (line.replace(/^-\s+/, "") !== text.slice(start.offset, end.offset) || !line.startsWith("-"))
    return undefined;

  const from = { offset: lineStart, line: start.line, column: 1 };
  if (lineBreak >= 0) return { start: from, end: { offset: lineBreak + 1, line: start.line + 1, column: 1 } };
  const to = { offset: text.length, line: end.line, column: end.column + (text.length - end.offset) };
  return { start: from, end: to };
}
