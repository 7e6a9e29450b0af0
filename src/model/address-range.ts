import { type Prefix, parsePrefix } from "../ip/index.ts";
import type { Origin } from "../source/origin.ts";
import { originOf, type Resource } from "./resource.ts";
import { isList, type Value } from "./unknown.ts";

/** A range as somebody wrote it: `prefix` is absent where the text is not one. */
export interface AddressRange {
  readonly text: string;
  readonly prefix: Prefix | undefined;
  readonly origin: Origin;
}

/** A range that is one. */
export interface ValidRange extends AddressRange {
  readonly prefix: Prefix;
}

export function isValid(range: AddressRange): range is ValidRange {
  return range.prefix !== undefined;
}

/** The texts in a list of prefixes at this place of a resource; unknown members are left out. */
export function readRanges(
  resource: Resource,
  path: readonly string[],
  value: Value | undefined,
): AddressRange[] {
  if (typeof value === "string") return [rangeAt(value, originOf(resource, "properties", ...path))];
  if (!isList(value)) return [];

  return value.flatMap((text, index) =>
    typeof text === "string" ? [rangeAt(text, originOf(resource, "properties", ...path, index))] : [],
  );
}

function rangeAt(text: string, origin: Origin): AddressRange {
  return { text, prefix: parsePrefix(text), origin };
}
