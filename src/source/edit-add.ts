import type { Edited, Scalar } from "./change.ts";
import type { Document, JsonObject } from "./document.ts";
import { isShared } from "./is-shared.ts";
import { isObject } from "./json-kind.ts";
import type { Path } from "./path.ts";
import { isJsonFile } from "./read-document.ts";
import { valueAtPath } from "./value-at-path.ts";

const COMPUTED = "is not written there, and what it belongs to is computed";

/** A key that a mapping does not have yet, behind its last one. */
export function addition(document: Document, path: Path, value: Scalar): Edited {
  const holder = path.slice(0, -1);
  const key = String(path.at(-1));
  const mapping = valueAtPath(document.value, holder);
  if (!isObject(mapping)) return { because: COMPUTED };
  if (hasKey(mapping, key)) return { because: "is written in another spelling" };

  const last = lastKey(document, holder, mapping);
  if (last === undefined) return { because: "would be the first key of an empty mapping" };
  const isFlow = document.text.charAt(document.spanOf(holder).start.offset) === "{";
  return isFlow
    ? addToFlow(document, [...holder, last], key, value)
    : addToBlock(document, [...holder, last], key, value);
}

/** ARM reads keys without regard to case. */
function hasKey(mapping: JsonObject, key: string): boolean {
  return Object.keys(mapping).some((name) => name.toLowerCase() === key.toLowerCase());
}

/** The one that stands last in the text; those that came by a merge do not stand there. */
function lastKey(document: Document, holder: Path, mapping: JsonObject): string | undefined {
  const { start, end } = document.spanOf(holder);
  let last: string | undefined;
  let lastAt = -1;
  for (const name of Object.keys(mapping)) {
    const at = document.keySpanOf([...holder, name]).start.offset;
    if (at < start.offset || at >= end.offset || at <= lastAt) continue;
    last = name;
    lastAt = at;
  }
  return last;
}

/** With the same blanks before it as the one before. */
function addToFlow(document: Document, last: Path, key: string, value: Scalar): Edited {
  const { text, file } = document;
  const keySpan = document.keySpanOf(last);
  const end = document.spanOf(last).end;
  const before = text.slice(0, keySpan.start.offset);
  const blanks = /[ \t]*\r?\n[ \t]*$|[ \t]*$/.exec(before)?.[0] ?? "";
  const separator = blanks.replace(/^[ \t]+(?=\r?\n)/, "") || (isJsonFile(file) ? "" : " ");
  const name = isJsonFile(file) ? JSON.stringify(key) : key;
  const inserted = `,${separator}${name}: ${JSON.stringify(value)}`;
  return { edit: { span: { start: end, end }, text: inserted } };
}

/** On a line of its own, indented like the one before; behind that one's comment, where it has one. */
function addToBlock(document: Document, last: Path, key: string, value: Scalar): Edited {
  const { text } = document;
  const keySpan = document.keySpanOf(last);
  const valueSpan = document.spanOf(last);
  if (isShared(document, last)) return { because: "follows an anchor" };
  const afterLine = text.indexOf("\n", valueSpan.end.offset);
  const lineEnd = afterLine < 0 ? text.length : afterLine;
  const at = text.charAt(lineEnd - 1) === "\r" ? lineEnd - 1 : lineEnd;
  const rest = text.slice(valueSpan.end.offset, at);
  if (!/^\s*(#.*)?$/.test(rest)) return { because: "has no line of its own" };

  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = " ".repeat(keySpan.start.column - 1);
  const position = {
    offset: at,
    line: valueSpan.end.line,
    column: valueSpan.end.column + (at - valueSpan.end.offset),
  };
  const inserted = `${lineBreak}${indent}${key}: ${JSON.stringify(value)}`;
  return { edit: { span: { start: position, end: position }, text: inserted } };
}
