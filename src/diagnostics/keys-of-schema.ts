import type { z } from "zod";
import type { Path } from "../source/path.ts";

export type Schema = z.core.$ZodType;

/** The keys that a schema knows at a path, through optionals, unions and records: what "did you mean" chooses from. */
export function keysOfSchema(schema: Schema, path: Path): readonly string[] {
  const keys = schemasAt(schema, path).flatMap(({ _zod: { def } }) =>
    hasShape(def) ? Object.keys(def.shape) : [],
  );
  return [...new Set(keys)];
}

/** All schemas that a value at this path is held against: wrappers and unions, and what is inside them. */
export function schemasAt(schema: Schema, path: Path): readonly Schema[] {
  const [key, ...rest] = path;
  const here = unwrapped(schema);
  if (key === undefined) return here;

  return here.flatMap((candidate) => {
    const inner = innerSchema(defOf(candidate), key);
    return inner ? schemasAt(inner, rest) : [];
  });
}

function defOf({ _zod: { def } }: Schema): object {
  return def;
}

function innerSchema(def: object, key: string | number): Schema | undefined {
  if (hasShape(def)) return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if ("items" in def && Array.isArray(def.items) && typeof key === "number") {
    const item: unknown = def.items[key];
    return isSchema(item) ? item : undefined;
  }
  if ("element" in def && isSchema(def.element)) return def.element;
  if ("valueType" in def && isSchema(def.valueType)) return def.valueType;
  return undefined;
}

/** The schema itself, and what it wraps or chooses among. */
function unwrapped(schema: Schema): readonly Schema[] {
  const def = defOf(schema);
  if ("innerType" in def && isSchema(def.innerType)) return [schema, ...unwrapped(def.innerType)];
  if ("in" in def && isSchema(def.in)) return [schema, ...unwrapped(def.in)];
  if ("options" in def && Array.isArray(def.options))
    return [schema, ...def.options.filter(isSchema).flatMap(unwrapped)];
  return [schema];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && "_zod" in value;
}

function hasShape(
  def: object,
): def is { readonly shape: Readonly<Record<string | number, Schema | undefined>> } {
  return "shape" in def && typeof def.shape === "object" && def.shape !== null;
}
