import { isAlias, type ParsedNode } from "yaml";
import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { rangeOfNode } from "./yaml-range.ts";
import type { Resolved } from "./yaml-resolved.ts";

/** A small file can stand for billions of values; this is far more than any network needs. */
const MOST_VALUES = 1_000_000;

/** The anchors of a file, filled while its nodes are walked in the order of the text. */
export interface YamlAnchors {
  /** The last node that carries the name; an anchor may be given again. */
  readonly nodeByName: Map<string, ParsedNode>;
  readonly resolvedByNode: Map<ParsedNode, Resolved>;
  readonly targetByAlias: Map<ParsedNode, ParsedNode>;
  /** How many values the aliases stand for, so far. */
  expanded: number;
  /** The limit is passed and reported; nothing more is read. */
  exhausted: boolean;
}

export function noAnchors(): YamlAnchors {
  return {
    nodeByName: new Map(),
    resolvedByNode: new Map(),
    targetByAlias: new Map(),
    expanded: 0,
    exhausted: false,
  };
}

export function beginAnchor(anchors: YamlAnchors, node: ParsedNode): void {
  if (!isAlias(node) && node.anchor !== undefined) anchors.nodeByName.set(node.anchor, node);
}

export function endAnchor(anchors: YamlAnchors, node: ParsedNode, resolved: Resolved): void {
  if (!isAlias(node) && node.anchor !== undefined) anchors.resolvedByNode.set(node, resolved);
}

/** What an alias stands for, or why it stands for nothing. */
export function followAlias(anchors: YamlAnchors, alias: ParsedNode): Resolved | FoundProblem {
  const name = isAlias(alias) ? alias.source : "";
  const range = rangeOfNode(alias);
  const target = anchors.nodeByName.get(name);
  if (!target) {
    const shown = excerpt(name);
    return {
      message: `*${shown} has no anchor before it.`,
      hint: `Write &${shown} at the value that it repeats.`,
      range,
    };
  }

  const resolved = anchors.resolvedByNode.get(target);
  if (!resolved) return { message: `*${excerpt(name)} stands inside the value that it repeats.`, range };

  anchors.targetByAlias.set(alias, target);
  anchors.expanded += resolved.size;
  if (anchors.expanded <= MOST_VALUES) return resolved;
  anchors.exhausted = true;
  return { message: `The aliases expand to more than ${MOST_VALUES.toLocaleString("en")} values.`, range };
}
