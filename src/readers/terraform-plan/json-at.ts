import type { Json, JsonObject } from "../../source/document.ts";
import { isList, isObject } from "../../source/index.ts";
import type { Path } from "../../source/path.ts";

export function jsonAt(value: Json | undefined, ...path: Path): Json | undefined {
  let found = value;
  for (const key of path) {
    if (isList(found) && typeof key === "number") found = found[key];
    else if (isObject(found) && Object.hasOwn(found, key)) found = found[key];
    else return undefined;
  }
  return found;
}

export function objectAt(value: Json | undefined, ...path: Path): JsonObject | undefined {
  const found = jsonAt(value, ...path);
  return isObject(found) ? found : undefined;
}

export function listAt(value: Json | undefined, ...path: Path): readonly Json[] {
  const found = jsonAt(value, ...path);
  return isList(found) ? found : [];
}

/** An empty text is how the provider writes that there is none. */
export function textAt(value: Json | undefined, ...path: Path): string | undefined {
  const found = jsonAt(value, ...path);
  return typeof found === "string" && found !== "" ? found : undefined;
}
