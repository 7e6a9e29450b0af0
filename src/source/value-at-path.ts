import type { Json } from "./document.ts";
import { isList, isObject } from "./json-kind.ts";
import type { Path } from "./path.ts";

/** The value at a path; `undefined` where there is none. */
export function valueAtPath(value: Json | undefined, path: Path): Json | undefined {
  let found = value;
  for (const step of path) {
    if (isList(found)) found = typeof step === "number" ? found[step] : undefined;
    else if (isObject(found)) found = Object.hasOwn(found, step) ? found[step] : undefined;
    else return undefined;
  }
  return found;
}
