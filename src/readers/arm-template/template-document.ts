import type { Document, Json, SyntaxProblem } from "../../source/document.ts";
import { isList } from "../../source/index.ts";
import { endOfComment } from "../../source/json-scan.ts";
import { spansOf } from "../../source/positions.ts";
import { readDocument } from "../../source/read-document.ts";

/** A template as ARM takes it: JSON with comments, where a text may run over several lines. */
export function readTemplateDocument(file: string, text: string): Document {
  const document = readDocument(file, text);
  return document.problems.length > 0 ? acrossLines(document) : document;
}

/** Stand for tabs and line breaks while the text is read, one for one: nobody writes these private characters. */
const FIRST = 0xe000;
const MASKED = /[\ue009\ue00a\ue00d]/g;

/** The same document where no text of the file runs over a line. */
function acrossLines(document: Document): Document {
  const masked = maskBreaks(document.text);
  if (masked === document.text) return document;

  const read = readDocument(document.file, masked);
  const spanOf = spansOf(document.text);
  const inText = ({ start, end }: SyntaxProblem["span"]) => spanOf({ start: start.offset, end: end.offset });
  return {
    file: document.file,
    text: document.text,
    value: read.value === undefined ? undefined : unmasked(read.value),
    problems: read.problems.map((problem) => ({ ...problem, span: inText(problem.span) })),
    spanOf: (path) => inText(read.spanOf(path)),
    keySpanOf: (path) => inText(read.keySpanOf(path)),
  };
}

/** Control characters inside of texts, so that offsets stay what they are. */
function maskBreaks(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "/") at = Math.max(endOfComment(text, at), at + 1);
    else if (character === '"') {
      const end = endOfText(text, at);
      pieces.push(text.slice(from, at), text.slice(at, end).replace(/[\t\n\r]/g, mask));
      from = end;
      at = end;
    } else at++;
  }
  return pieces.join("") + text.slice(from);
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function mask(character: string): string {
  return String.fromCharCode(FIRST + character.charCodeAt(0));
}

function unmasked(value: Json): Json {
  if (typeof value === "string") return unmask(value);
  if (isList(value)) return value.map(unmasked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unmasked(inner)]));
}

function unmask(text: string): string {
  return text.replace(MASKED, (character) => String.fromCharCode(character.charCodeAt(0) - FIRST));
}
