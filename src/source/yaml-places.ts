import { isAlias, isMap, isSeq, type ParsedNode, type YAMLMap } from "yaml";
import type { Path } from "./path.ts";
import type { Place } from "./place.ts";
import { readKey } from "./yaml-key.ts";
import { rangeOfNode, trimmed } from "./yaml-range.ts";

interface Entry {
  readonly key?: ParsedNode;
  /** `null` where a key has no value at all. */
  readonly value: ParsedNode | null;
}
type Entries = ReadonlyMap<string, Entry>;
type TargetOf = (alias: ParsedNode) => ParsedNode | undefined;

/**
 * Finds the place of a value in the library's tree. The path of an alias leads to the alias; a path on into it leads
 * to where the anchor stands, and so does the path of a key that came by a merge.
 */
export function yamlPlaces(text: string, root: ParsedNode, targetOf: TargetOf): (path: Path) => Place {
  const entriesByMap = new Map<YAMLMap.Parsed, Entries>();
  const entriesOf = (map: YAMLMap.Parsed): Entries => {
    const known = entriesByMap.get(map);
    if (known) return known;
    const entries = listEntries(map, targetOf, entriesOf);
    entriesByMap.set(map, entries);
    return entries;
  };

  return (path) => {
    let entry: Entry = { value: root };
    for (const step of path) {
      const child = childOf(entry, step, targetOf, entriesOf);
      if (!child) break;
      entry = child;
    }
    return placeOf(text, entry);
  };
}

function childOf(
  entry: Entry,
  step: string | number,
  targetOf: TargetOf,
  entriesOf: (map: YAMLMap.Parsed) => Entries,
): Entry | undefined {
  const node = isAlias(entry.value) ? targetOf(entry.value) : entry.value;
  if (isMap(node)) return entriesOf(node).get(String(step));
  if (!isSeq(node) || typeof step !== "number") return undefined;
  const item = node.items[step];
  return item && { value: item };
}

/** Own keys first, of two with one name the first; then what merges add, earlier ones first. */
function listEntries(
  map: YAMLMap.Parsed,
  targetOf: TargetOf,
  entriesOf: (map: YAMLMap.Parsed) => Entries,
): Entries {
  const entries = new Map<string, Entry>();
  const merged: ParsedNode[] = [];
  for (const { key, value } of map.items) {
    const read = readKey(key, targetOf);
    if (read.kind === "name" && !entries.has(read.name)) entries.set(read.name, { key, value });
    if (read.kind === "merge" && value) merged.push(value);
  }
  for (const source of merged.flatMap((node) => mergedMaps(node, targetOf))) {
    for (const [name, entry] of entriesOf(source)) if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

function mergedMaps(node: ParsedNode, targetOf: TargetOf): readonly YAMLMap.Parsed[] {
  const target = isAlias(node) ? targetOf(node) : node;
  if (isMap(target)) return [target];
  return isSeq(target) ? target.items.flatMap((item) => mergedMaps(item, targetOf)) : [];
}

function placeOf(text: string, { key, value }: Entry): Place {
  const keyRange = key && trimmed(text, rangeOfNode(key));
  const valueRange = value ? trimmed(text, rangeOfNode(value)) : (keyRange ?? { start: 0, end: 0 });
  return keyRange ? { key: keyRange, value: valueRange } : { value: valueRange };
}
