import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import type { Path } from "../../source/path.ts";

/** Members whose entries stand for themselves: one broken network does not hide what is wrong with the next. */
const COLLECTIONS = new Set(["virtualNetworks", "sites", "p2sUsers", "connections", "isolate"]);

/** How much is left out around a mistake; the next is tried where what is left still does not fit. */
export const WIDTHS = [valueOf, entryOf, (path: Path): Path => path.slice(0, 1)] as const;

/** The value without what the diagnostics complain of, so that reading can go on with the rest. */
export function prune(
  value: JsonObject,
  diagnostics: readonly Diagnostic[],
  width: (path: Path) => Path,
): JsonObject {
  const removed = new Set(
    diagnostics.map(({ origin, at }) => pathKey(at === "key" ? origin.path : width(origin.path))),
  );
  const rest = without(value, [], removed);
  return isObject(rest) ? rest : {};
}

/** The value itself; of a list's item, the list: the others keep their places. */
export function valueOf(path: Path): Path {
  let length = path.length;
  while (length > 2 && typeof path[length - 1] === "number") length -= 1;
  return path.slice(0, length);
}

/** The network, site or connection that a path leads into. */
function entryOf(path: Path): Path {
  const [head] = path;
  return path.slice(0, typeof head === "string" && COLLECTIONS.has(head) ? 2 : 1);
}

/** List entries become null and not nothing: the others keep their places in the file. */
function without(value: Json, path: Path, removed: ReadonlySet<string>): Json {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      removed.has(pathKey([...path, index])) ? null : without(item, [...path, index], removed),
    );
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !removed.has(pathKey([...path, key])))
      .map(([key, inner]) => [key, without(inner, [...path, key], removed)]),
  );
}

export function pathKey(path: Path): string {
  return JSON.stringify(path);
}
