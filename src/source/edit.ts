import type { Change, Edited, TextEdit } from "./change.ts";
import type { Document, Json } from "./document.ts";
import { addition } from "./edit-add.ts";
import { removal } from "./edit-remove.ts";
import { replacement } from "./edit-replace.ts";
import { isShared } from "./is-shared.ts";
import { isObject } from "./json-kind.ts";
import type { Path } from "./path.ts";
import { valueAtPath } from "./value-at-path.ts";

/** How a change is made in a text. Only values that stand there as such are touched. */
export function editOf(document: Document, change: Change): Edited {
  const parent = change.path.slice(0, -1);
  if (isCopied(document.value, parent)) return { because: "stands in a copy, and all its copies share it" };
  if (isShared(document, parent)) return { because: "is shared by an anchor and its aliases" };

  if (change.type === "remove") return removal(document, change.path, change.was);
  if (change.was !== undefined) return replacement(document, change.path, change.was, change.value);
  return addition(document, change.path, change.value);
}

/** The text with all edits in it; `undefined` where two of them meet. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const pieces: string[] = [];
  let from = 0;
  let before = -1;
  for (const { span, text: inserted } of sortedEdits(edits)) {
    if (span.start.offset < from || span.start.offset === before) return undefined;
    pieces.push(text.slice(from, span.start.offset), inserted);
    from = span.end.offset;
    before = span.start.offset;
  }
  return pieces.join("") + text.slice(from);
}

function sortedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.span.start.offset - b.span.start.offset);
}

/** In a template, one text makes all resources of a copy. */
function isCopied(value: Json | undefined, path: Path): boolean {
  return path.some((_, index) => {
    const holder = valueAtPath(value, path.slice(0, index + 1));
    return isObject(holder) && isObject(holder["copy"]);
  });
}
