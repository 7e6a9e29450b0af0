import type { Document } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";

/** The estate within a `design.json`, as if it were a file of its own: its places are those in the design. */
export function estateOfDesign(document: Document): Document {
  const { value } = document;
  const estate = isObject(value) ? value["estate"] : undefined;
  return {
    ...document,
    ...(estate === undefined ? { value: {} } : { value: estate }),
    spanOf: (path) => document.spanOf(["estate", ...path]),
    keySpanOf: (path) => document.keySpanOf(["estate", ...path]),
  };
}
