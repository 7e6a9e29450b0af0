export { decodeText } from "./decode-text.ts";
export type { Document, Json, JsonObject } from "./document.ts";
export { visible } from "./excerpt.ts";
export { isList, isObject } from "./json-kind.ts";
export type { Origin } from "./origin.ts";
export { readDocument } from "./read-document.ts";
