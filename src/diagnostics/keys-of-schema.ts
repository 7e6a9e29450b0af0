import type { z } from "zod";
import type { Path } from "../source/path.ts";

type Schema = z.core.$ZodType;

/** The keys that a schema knows at a path, through optionals, unions and records: what "did you mean" chooses from. */
export function keysOfSchema(schema: Schema, path: Path): readonly string[] {
  const [key, ...rest] = path;
  const keys = alternatives(schema).flatMap((candidate) => {
    const def: object = candidate._zod.def;
    if (key === undefined) return hasShape(def) ? Object.keys(def.shape) : [];

    const inner = innerSchema(def, key);
    return inner ? keysOfSchema(inner, rest) : [];
  });
  return [...new Set(keys)];
}

function innerSchema(def: object, key: string | number): Schema | undefined {
  if (hasShape(def)) return def.shape[key];
  if ("element" in def && isSchema(def.element)) return def.element;
  if ("valueType" in def && isSchema(def.valueType)) return def.valueType;
  return undefined;
}

/** The schema itself without its wrappers, or each member of a union. */
function alternatives(schema: Schema): readonly Schema[] {
  const def: object = schema._zod.def;
  if ("innerType" in def && isSchema(def.innerType)) return alternatives(def.innerType);
  if ("in" in def && isSchema(def.in)) return alternatives(def.in);
  if ("options" in def && Array.isArray(def.options))
    return def.options.filter(isSchema).flatMap(alternatives);
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
