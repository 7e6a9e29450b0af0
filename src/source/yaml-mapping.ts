import { isCollection, type ParsedNode, type YAMLMap } from "yaml";
import type { Json, JsonObject } from "./document.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { isList, isObject } from "./json-kind.ts";
import { setOwn } from "./own-property.ts";
import { readKey } from "./yaml-key.ts";
import { rangeOfNode } from "./yaml-range.ts";
import { type Resolved, totalOf } from "./yaml-resolved.ts";
import type { YamlWalk } from "./yaml-walk.ts";

/** Of two keys with one name the first counts, and the second is a problem. Own keys win over merged ones. */
export function resolveMapping(
  walk: YamlWalk,
  map: YAMLMap.Parsed,
  resolveChild: (child: ParsedNode | null) => Resolved,
): Resolved {
  const own = new Map<string, Json>();
  const firstStarts = new Map<string, number>();
  const merged: JsonObject[] = [];
  const parts: Resolved[] = [];

  for (const { key: keyNode, value: valueNode } of map.items) {
    if (!isCollection(keyNode)) resolveChild(keyNode); // for its anchor, or its alias
    const key = readKey(keyNode, (alias) => walk.anchors.targetByAlias.get(alias));
    const part = resolveChild(valueNode);
    parts.push(part);
    if (walk.anchors.exhausted) break;

    if (key.kind === "refused") walk.problems.push(key.problem);
    if (key.kind === "merge") merged.push(...objectsToMerge(walk, part.value, valueNode ?? keyNode));
    if (key.kind !== "name") continue;

    const first = firstStarts.get(key.name);
    if (first !== undefined) {
      walk.problems.push(duplicateKey(key.name, rangeOfNode(keyNode), walk.lineAt(first)));
      continue;
    }
    firstStarts.set(key.name, keyNode.range[0]);
    own.set(key.name, part.value);
  }
  return totalOf(parts, objectOf(own, merged));
}

function objectsToMerge(walk: YamlWalk, value: Json, node: ParsedNode): readonly JsonObject[] {
  const candidates = isList(value) ? value : [value];
  const objects = candidates.filter(isObject);
  if (objects.length < candidates.length) {
    const hint = "Give << a mapping, an alias of one, or a list of them.";
    walk.problems.push({
      message: "<< takes in something that is no mapping.",
      hint,
      range: rangeOfNode(node),
    });
  }
  return objects;
}

function objectOf(own: ReadonlyMap<string, Json>, merged: readonly JsonObject[]): JsonObject {
  const result: Record<string, Json> = {};
  for (const [name, value] of own) setOwn(result, name, value);
  for (const object of merged) {
    for (const [name, value] of Object.entries(object)) {
      if (!Object.hasOwn(result, name)) setOwn(result, name, value);
    }
  }
  return result;
}
