import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import type { Path } from "../../source/path.ts";

/** Members whose entries stand for themselves: one broken network does not hide what is wrong with the next. */
const COLLECTIONS = new Set(["virtualNetworks", "sites", "p2sUsers", "connections", "isolate"]);

/** The value without what the diagnostics complain of, so that reading can go on with the rest. */
export function prune(value: JsonObject, diagnostics: readonly Diagnostic[]): { value: JsonObject; removed: Path[] } {
  const removed = diagnostics.map((diagnostic) =>
    diagnostic.at === "key" ? diagnostic.origin.path : entryOf(diagnostic.origin.path),
  );
  const keys = new Set(removed.map(pathKey));
  const rest = without(value, [], keys);
  return { value: isRecord(rest) ? rest : {}, removed };
}

/** The network, site, connection or default that a path leads into. */
function entryOf(path: Path): Path {
  const [head] = path;
  return path.slice(0, typeof head === "string" && (COLLECTIONS.has(head) || head === "defaults") ? 2 : 1);
}

/** List entries become null and not nothing: the others keep their places in the file. */
function without(value: Json, path: Path, removed: ReadonlySet<string>): Json {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      removed.has(pathKey([...path, index])) ? null : without(item, [...path, index], removed),
    );
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !removed.has(pathKey([...path, key])))
      .map(([key, inner]) => [key, without(inner, [...path, key], removed)]),
  );
}

function isRecord(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}
