import { originOf, type Resource } from "../../model/resource.ts";
import { isList, isObject, type Unknown, type Value, type ValueObject } from "../../model/unknown.ts";
import type { Origin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";

/**
 * `ConvertTo-Json` goes as deep as `-Depth` says, and writes what is below as a text: the name of its type, its members in
 * `@{}`, or the items of a list with blanks between them.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/convertto-json
 */
const CUT =
  /^(?:System\.[A-Z][\w.`]*(?:\[.*\])?|Microsoft\.Azure\.(?:Commands|Management|PowerShell)\.[\w.`[\], ]+|@\{.*\})$/s;
const LIST_OF_RANGES = /prefixes$/i;

/** The same resource where nothing was cut off. Of one where something was, the rest is known, and absence says nothing. */
export function uncut(resource: Resource, onCut: (at: Origin) => void): Resource {
  const cutAt = (path: Path): Unknown => {
    const origin = originOf(resource, ...path);
    onCut(origin);
    return { kind: "unknown", because: "PowerShell cut it off, for it lies below its -Depth", origin };
  };
  let isWhole = true;
  const properties = objectOf(resource.properties, ["properties"], (path) => {
    isWhole = false;
    return cutAt(path);
  });
  if (properties === resource.properties) return resource;
  return { ...resource, properties, ...(isWhole ? {} : { existing: true as const }) };
}

type CutAt = (path: Path) => Unknown;

function objectOf(object: ValueObject, path: Path, cutAt: CutAt): ValueObject {
  let changed: Record<string, Value> | undefined;
  for (const [key, value] of Object.entries(object)) {
    const whole = valueOf(value, [...path, key], cutAt, key);
    if (whole === value) continue;
    changed ??= { ...object };
    changed[key] = whole;
  }
  return changed ?? object;
}

function valueOf(value: Value, path: Path, cutAt: CutAt, key = ""): Value {
  if (typeof value === "string") {
    if (CUT.test(value)) return cutAt(path);
    return LIST_OF_RANGES.test(key) && value !== "" ? value.trim().split(/\s+/) : value;
  }
  if (!isList(value)) return isObject(value) ? objectOf(value, path, cutAt) : value;

  const items = value.map((item, index) => valueOf(item, [...path, index], cutAt));
  return items.every((item, index) => item === value[index]) ? value : items;
}
