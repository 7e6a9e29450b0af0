import type { Document, JsonObject } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import { placeOf } from "./expression/place.ts";
import type { Placed } from "./template/own-key.ts";

/** The object that a file holds; `undefined` where it holds none, or is too broken to hold anything. */
export function documentObject({ file, value }: Document): Placed<JsonObject> | undefined {
  return isObject(value) ? { value, place: placeOf({ file, path: [] }) } : undefined;
}
