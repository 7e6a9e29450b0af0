import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLSeq } from "yaml";
import { MAXIMUM_DEPTH, tooDeep } from "./depth.ts";
import { excerpt } from "./excerpt.ts";
import type { FoundProblem } from "./place.ts";
import { beginAnchor, endAnchor, followAlias } from "./yaml-anchors.ts";
import { resolveMapping } from "./yaml-mapping.ts";
import { rangeOfNode } from "./yaml-range.ts";
import { NOTHING, type Resolved, totalOf } from "./yaml-resolved.ts";
import type { YamlWalk } from "./yaml-walk.ts";

/**
 * Turns the library's tree into plain values, each node once: an alias shares the value of its anchor. Goes on after
 * a problem, with `null` in the place of what cannot be read. `depth` counts the lists and mappings around the node.
 */
export function resolveYaml(walk: YamlWalk, node: ParsedNode | null, depth: number): Resolved {
  if (!node || walk.anchors.exhausted) return NOTHING;
  if (isAlias(node)) return resolveAlias(walk, node, depth);

  beginAnchor(walk.anchors, node);
  const resolved = resolveContent(walk, node, depth);
  endAnchor(walk.anchors, node, resolved);
  return resolved;
}

function resolveAlias(walk: YamlWalk, alias: ParsedNode, depth: number): Resolved {
  const found = followAlias(walk.anchors, alias);
  if ("message" in found) return refuse(walk, found);
  if (depth + found.height > MAXIMUM_DEPTH) return refuse(walk, tooDeep(alias.range[0]));
  return found;
}

function resolveContent(walk: YamlWalk, node: ParsedNode, depth: number): Resolved {
  if (isScalar(node)) return resolveScalar(walk, node);
  if (depth >= MAXIMUM_DEPTH) return refuse(walk, tooDeep(node.range[0]));
  if (isMap(node)) return resolveMapping(walk, node, (child) => resolveYaml(walk, child, depth + 1));
  return isSeq(node) ? resolveList(walk, node, depth) : NOTHING;
}

function resolveScalar(walk: YamlWalk, node: ParsedNode): Resolved {
  const { value, source } = isScalar(node) ? node : { value: null, source: "" };
  if (typeof value === "string" || typeof value === "boolean") return { ...NOTHING, value };
  if (typeof value !== "number") return NOTHING;
  if (Number.isFinite(value)) return { ...NOTHING, value };

  const message = `${excerpt(source)} is not a number that can be used.`;
  return refuse(walk, { message, hint: "Put quotes around it if it is a text.", range: rangeOfNode(node) });
}

function resolveList(walk: YamlWalk, list: YAMLSeq.Parsed, depth: number): Resolved {
  const items = list.items.map((item) => resolveYaml(walk, item, depth + 1));
  return totalOf(
    items,
    items.map(({ value }) => value),
  );
}

function refuse(walk: YamlWalk, problem: FoundProblem): Resolved {
  walk.problems.push(problem);
  return NOTHING;
}
