import type { Part } from "../../model/resource.ts";
import type { Value, ValueObject } from "../../model/unknown.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import { isList, isObject } from "../../source/index.ts";
import type { Path } from "../../source/path.ts";
import { findKey } from "../arm-template/expression/member-of.ts";
import { envelopeKeyOf, isOfTool } from "./envelope.ts";

export interface Unflattened {
  readonly properties: ValueObject;
  readonly envelope: ValueObject;
  /** Where what was moved stands in the file. */
  readonly moved: readonly Part[];
}

interface Place {
  readonly file: string;
  readonly from: Path;
  readonly to: Path;
  /** Where its members stand, where they go by another key than their name: in a row of a table. */
  readonly columns?: ReadonlyMap<string, number>;
}

/** `az network … show` lifts `properties` out to the top, of a resource and of the parts in it: this puts them back. */
export function unflatten(value: JsonObject, type: string, id: string, place: Place): Unflattened {
  const written = findKey(value, "properties");
  const inside = written === undefined ? undefined : value[written];
  const moved: Part[] = [];
  const properties: Record<string, Value> = {};
  const envelope: Record<string, Value> = {};
  for (const [key, member] of Object.entries(value)) {
    const envelopeKey = envelopeKeyOf(key, type);
    if (envelopeKey !== undefined) {
      if (member !== null) envelope[envelopeKey] = member;
    } else if (!isObject(inside) && key !== written && !isOfTool(key) && !isTextOf(key, value)) {
      const to = [...place.to, "properties", key];
      const from = [...place.from, place.columns?.get(key) ?? key];
      properties[key] = partsPutBack(member, id, { file: place.file, from, to }, moved);
      moved.push({ at: to, origin: { file: place.file, path: from } });
    }
  }
  if (isObject(inside) && written !== undefined && (written !== "properties" || place.columns)) {
    const path = [...place.from, place.columns?.get(written) ?? written];
    moved.push({ at: [...place.to, "properties"], origin: { file: place.file, path } });
  }
  return { properties: isObject(inside) ? inside : properties, envelope, moved };
}

/** Parts of a resource have ids below its own; a reference to another resource stays as it is. */
function partsPutBack(value: Json, id: string, place: Place, moved: Part[]): Value {
  if (isList(value)) {
    return value.map((item, index) =>
      partsPutBack(item, id, { ...place, from: [...place.from, index], to: [...place.to, index] }, moved),
    );
  }
  if (!isObject(value)) return value;
  const own = memberOf(value, "id");
  if (typeof own !== "string") return value;
  const name = memberOf(value, "name");
  const isPart = typeof name === "string" && own.toLowerCase().startsWith(`${id.toLowerCase()}/`);
  if (!isPart) return { id: own };

  const part = unflatten(value, "", own, place);
  moved.push(...part.moved);
  return { id: own, name, ...part.envelope, properties: part.properties };
}

/** PowerShell begins names with a capital letter. */
function memberOf(value: JsonObject, name: string): Json | undefined {
  const key = findKey(value, name);
  return key === undefined ? undefined : value[key];
}

/** PowerShell adds to `Subnets` a `SubnetsText`, which says it once more. */
function isTextOf(key: string, value: JsonObject): boolean {
  return key.endsWith("Text") && typeof value[key] === "string" && key.slice(0, -"Text".length) in value;
}
