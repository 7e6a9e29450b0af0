import type { Part } from "../../model/resource.ts";
import { isList, isObject, type Unknown, type Value } from "../../model/unknown.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import { isList as isJsonList, isObject as isJsonObject } from "../../source/index.ts";
import type { Origin } from "../../source/origin.ts";
import { originWithin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";
import { secretUnknown } from "../secrets/secret-value.ts";
import { jsonAt, objectAt } from "./json-at.ts";
import type { Block } from "./plan.ts";
import { referredBlocks } from "./referred-blocks.ts";
import { isSensitive, markAt, sensitiveValue } from "./sensitive.ts";

/** A value of ARM's, and where its parts stand in the plan. */
export interface Built {
  readonly value: Value;
  readonly parts: readonly Part[];
}

/** A block of arguments: those of a resource, or of a block inside it. */
export interface Arguments {
  readonly block: Block;
  readonly file: string;
  readonly values: JsonObject;
  readonly path: Path;
  readonly sensitive: Json | undefined;
  readonly unknown: Json | undefined;
  readonly expressions: Json | undefined;
  /** The id of a resource, known or standing in for one. */
  readonly idOf: (block: Block) => string | undefined;
}

/** Makes a value of ARM's from arguments of Terraform's; nothing where they say nothing. */
export type Builder = (given: Arguments) => Built | undefined;

/** The first of these arguments that says something: providers rename them between versions. */
export function argument(...names: readonly string[]): Builder {
  return (given) => first(names, (name) => read(given, name, "value"));
}

/** A key, marked as sensitive or not. */
export function secret(name: string): Builder {
  return (given) => {
    const value = given.values[name];
    const origin = originAt(given, name);
    return typeof value === "string" && value !== ""
      ? { value: secretUnknown(value, origin), parts: [{ at: [], origin }] }
      : read(given, name, "value");
  };
}

/** `{ id }`, as ARM refers to others. */
export function reference(...names: readonly string[]): Builder {
  return (given) => wrapped(first(names, (name) => read(given, name, "id")));
}

function wrapped(built: Built | undefined): Built | undefined {
  return built && { value: { id: built.value }, parts: built.parts };
}

/** A list of ids becomes a list of `{ id }`. */
export function references(name: string): Builder {
  return (given) => {
    const built = read(given, name, "ids");
    if (!built || !isList(built.value)) return built;
    return { value: built.value.map((id) => ({ id })), parts: built.parts };
  };
}

export function constant(value: Value): Builder {
  return () => ({ value, parts: [] });
}

export function opposite(name: string): Builder {
  return (given) => {
    const built = read(given, name, "value");
    return built && typeof built.value === "boolean" ? { ...built, value: !built.value } : built;
  };
}

export function either(...builders: readonly Builder[]): Builder {
  return (given) => first(builders, (builder) => builder(given));
}

/** An object of what its members say; nothing where none says anything. */
export function object(members: Readonly<Record<string, Builder>>): Builder {
  return (given) => {
    const parts: Part[] = [];
    const value: Record<string, Value> = {};
    for (const [key, builder] of Object.entries(members)) {
      const built = builder(given);
      if (!built) continue;
      value[key] = built.value;
      parts.push(...within(built.parts, key));
    }
    return Object.keys(value).length === 0 ? undefined : { value, parts };
  };
}

/** A list of blocks. */
export function blocks(name: string, builder: Builder): Builder {
  return (given) => {
    const list = given.values[name];
    if (!isJsonList(list) || list.length === 0) return undefined;
    const built = list.map((_, index) => builder(inside(given, name, index)) ?? { value: {}, parts: [] });
    return {
      value: built.map(({ value }) => value),
      parts: [
        ...built.flatMap(({ parts }, index) => [
          ...within(parts, index),
          { at: [index], origin: originAt(given, name, index) },
        ]),
        { at: [], origin: originAt(given, name) },
      ],
    };
  };
}

/** The one block of a name: Terraform has a list of it. */
export function block(name: string, builder: Builder): Builder {
  return (given) =>
    jsonAt(given.values, name, 0) === undefined ? undefined : builder(inside(given, name, 0));
}

/** What ARM has as `{ name, properties }`. */
export function named(properties: Builder, name: Builder = argument("name")): Builder {
  return object({ name, properties: either(properties, constant({})) });
}

export function originAt({ file, path }: Arguments, ...rest: Path): Origin {
  return { file, path: [...path, ...rest] };
}

function inside(given: Arguments, name: string, index: number): Arguments {
  return {
    ...given,
    values: objectAt(given.values, name, index) ?? {},
    path: [...given.path, name, index],
    sensitive: markAt(given.sensitive, name, index),
    unknown: jsonAt(given.unknown, name, index) ?? (jsonAt(given.unknown, name) === true ? true : undefined),
    expressions: jsonAt(given.expressions, name, index),
  };
}

type Wanted = "value" | "id" | "ids";

function read(given: Arguments, name: string, wanted: Wanted): Built | undefined {
  const origin = originAt(given, name);
  const value = given.values[name];
  const at = (found: Value): Built => ({ value: found, parts: [{ at: [], origin }] });
  if (isSensitive(markAt(given.sensitive, name))) return at(sensitiveValue(value, name, origin));

  const unknown = given.unknown === true ? true : jsonAt(given.unknown, name);
  const expression = jsonAt(given.expressions, name);
  if (isSaid(value))
    return at(valueOf(value, unknown, origin, () => referred(given, expression, { name, wanted }, origin)));
  const isOpen =
    unknown === true || isJsonList(unknown) || (given.unknown === undefined && value === undefined);
  // What nobody has written is Azure's to choose, as in a template that leaves it out.
  return isOpen && expression !== undefined && jsonAt(expression, "constant_value") === undefined
    ? at(referred(given, expression, { name, wanted }, origin))
    : undefined;
}

function isSaid(value: Json | undefined): value is Json {
  return value !== undefined && value !== null && value !== "" && !(isJsonList(value) && value.length === 0);
}

/** A value of which parts may be known after apply. */
export function valueOf(value: Json, unknown: Json | undefined, origin: Origin, whole: () => Value): Value {
  if (unknown === true) return whole();
  if (isJsonList(value)) {
    if (isJsonList(unknown) && unknown.every((one) => one === true)) return whole();
    return value.map((one, index) =>
      valueOf(one, jsonAt(unknown, index), originWithin(origin, index), () =>
        later(originWithin(origin, index)),
      ),
    );
  }
  if (!isJsonObject(value)) return value;
  const keys = new Set([...Object.keys(value), ...(isJsonObject(unknown) ? Object.keys(unknown) : [])]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const inner = jsonAt(unknown, key);
      const own = value[key];
      if ((own === undefined || own === null) && inner !== true) return [];
      const at = originWithin(origin, key);
      return [[key, valueOf(own ?? null, inner, at, () => later(at))] as const];
    }),
  );
}

export function later(origin: Origin): Unknown {
  return { kind: "unknown", because: "it is known after apply", origin };
}

/** What an expression refers to, where that is one thing. */
function referred(
  given: Arguments,
  expression: Json | undefined,
  { name, wanted }: { readonly name: string; readonly wanted: Wanted },
  origin: Origin,
): Value {
  const { block, idOf } = given;
  const found = referredBlocks(expression, block.module, block.key, name);
  const values = found.map(({ block: other, attribute }) => {
    if (attribute === "id" || (attribute === "" && wanted !== "value")) return idOf(other);
    const value = other.values[attribute];
    if (isSensitive(markAt(other.sensitive, attribute))) return sensitiveValue(value, attribute, origin);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : undefined;
  });
  const known = [...new Set(values.filter((value) => value !== undefined))];
  if (wanted === "ids" && known.length > 0) return known;
  const [one] = known;
  return known.length === 1 && values.every((value) => value !== undefined) && one !== undefined
    ? one
    : later(origin);
}

function within(parts: readonly Part[], key: string | number): readonly Part[] {
  return parts.map(({ at, origin }) => ({ at: [key, ...at], origin }));
}

function first<T>(from: readonly T[], get: (one: T) => Built | undefined): Built | undefined {
  for (const one of from) {
    const found = get(one);
    if (found) return found;
  }
  return undefined;
}

export function objectOf(built: Built | undefined) {
  return built && isObject(built.value) ? built.value : {};
}
