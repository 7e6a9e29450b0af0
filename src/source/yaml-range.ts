import type { ParsedNode } from "yaml";
import type { Range } from "./place.ts";

/** The library ends a block after its last line break and, for a `|` text, after blank lines; see `trimmed`. */
export function rangeOfNode(node: ParsedNode): Range {
  return { start: node.range[0], end: Math.max(node.range[0], node.range[1]) };
}

/** Ends a range after its last character that can be seen. */
export function trimmed(text: string, { start, end }: Range): Range {
  let last = end;
  while (last > start && text.charAt(last - 1).trim() === "") last--;
  return { start, end: last };
}
