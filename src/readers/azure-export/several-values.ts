import type { Document } from "../../source/document.ts";
import { spansOf } from "../../source/positions.ts";
import { readDocument } from "../../source/read-document.ts";
import { azureExportEntries } from "./export-entries.ts";

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]|\s+|[^"{}[\]\s]+/gs;

/**
 * Values one behind the other, as `jq -c '.[]'` prints them and `>>` gathers them, are one list; the same document where
 * they are no export of Azure.
 */
export function withSeveralValues(document: Document): Document {
  if (document.problems.length === 0 || !/\.(?:jsonc?|ndjson|jsonl)$/i.test(document.file)) return document;

  const read = readDocument("values.json", `[${withCommas(document.text)}]`);
  if (read.problems.length > 0 || azureExportEntries(read.value) === undefined) return document;

  const spanOf = spansOf(document.text);
  const moved = ({ start, end }: ReturnType<Document["spanOf"]>) =>
    spanOf({ start: Math.max(0, start.offset - 1), end: Math.max(0, end.offset - 1) });
  return {
    file: document.file,
    text: document.text,
    value: read.value,
    problems: [],
    spanOf: (path) => moved(read.spanOf(path)),
    keySpanOf: (path) => moved(read.keySpanOf(path)),
  };
}

/** The first blank between two values becomes a comma, so that offsets stay what they are. */
function withCommas(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let isBehindValue = false;
  for (const [token] of text.trimEnd().matchAll(TOKEN)) {
    const isBlank = /^\s/.test(token);
    if (isBlank && depth === 0 && isBehindValue) {
      pieces.push(`,${token.slice(1)}`);
      isBehindValue = false;
      continue;
    }
    pieces.push(token);
    if (token === "{" || token === "[") depth++;
    if (token === "}" || token === "]") depth--;
    if (!isBlank) isBehindValue = depth === 0;
  }
  return pieces.join("");
}
