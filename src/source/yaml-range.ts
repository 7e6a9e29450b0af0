import { isCollection, isMap, isSeq, type ParsedNode } from "yaml";
import type { Range } from "./place.ts";

/** The library ends a block after the comments and blank lines that follow; here it ends with its last value. */
export function rangeOfNode(node: ParsedNode): Range {
  let last = node;
  for (let inside = lastInBlock(last); inside; inside = lastInBlock(last)) last = inside;
  return { start: node.range[0], end: Math.max(node.range[0], last.range[1]) };
}

function lastInBlock(node: ParsedNode): ParsedNode | undefined {
  if (isCollection(node) && node.flow) return undefined;
  if (isSeq(node)) return node.items.at(-1);
  if (!isMap(node)) return undefined;
  const pair = node.items.at(-1);
  return pair?.value ?? pair?.key;
}

/** Ends a range after its last character that can be seen. */
export function trimmed(text: string, { start, end }: Range): Range {
  let last = end;
  while (last > start && text.charAt(last - 1).trim() === "") last--;
  return { start, end: last };
}
