import type { Document } from "./document.ts";
import type { Path } from "./path.ts";
import { isJsonFile } from "./read-document.ts";

/** Whether a value of a YAML file is also the value of another path, by an anchor, an alias or a merge on its way. */
export function isShared(document: Document, path: Path): boolean {
  if (isJsonFile(document.file)) return false;

  let parent = document.spanOf([]);
  for (let length = 1; length <= path.length; length++) {
    const step = path.slice(0, length);
    const span = document.spanOf(step);
    const isInside = span.start.offset >= parent.start.offset && span.end.offset <= parent.end.offset;
    if (!isInside || isAnchored(document, step)) return true;
    parent = span;
  }
  return false;
}

/** Between a key or a dash and its value stands an anchor, if one does. */
function isAnchored(document: Document, path: Path): boolean {
  const value = document.spanOf(path);
  const key = document.keySpanOf(path);
  const hasKey = key.end.offset <= value.start.offset && key.start.offset < value.start.offset;
  const from = hasKey ? key.end.offset : document.text.lastIndexOf("\n", value.start.offset - 1) + 1;
  const between = document.text.slice(from, value.start.offset).replace(/#.*/g, "");
  return hasKey ? between.includes("&") : /&[^\s,[\]{}]+\s*$/.test(between);
}
