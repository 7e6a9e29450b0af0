export { type DecodedText, decodeText } from "./decode-text.ts";
export type { Document, Json, JsonObject, Position, Span, SyntaxProblem } from "./document.ts";
export { excerpt, visible } from "./excerpt.ts";
export { isList, isObject } from "./json-kind.ts";
export { type FromFile, type Origin, originWithin } from "./origin.ts";
export type { Path } from "./path.ts";
export { isJsonFile, readDocument } from "./read-document.ts";
