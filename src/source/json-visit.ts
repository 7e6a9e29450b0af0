import { printParseErrorCode, visit } from "jsonc-parser";
import type { Json } from "./document.ts";
import { firstPerLine } from "./first-per-line.ts";
import { JsonBuilder } from "./json-builder.ts";
import { describeJsonError } from "./json-messages.ts";
import type { FoundProblem } from "./place.ts";

/**
 * Reads a text that may be broken or hold comments: what can be read, and all that is wrong. Recursive in the
 * library, so only for texts whose depth was surveyed.
 */
export function visitJson(text: string): { value: Json | undefined; problems: readonly FoundProblem[] } {
  const builder = new JsonBuilder(text);
  const stumbles: FoundProblem[] = [];

  visit(
    text,
    {
      onObjectBegin: (offset) => builder.beginObject(offset),
      onObjectProperty: (name, offset, length) => builder.name(name, { start: offset, end: offset + length }),
      onObjectEnd: () => builder.end(),
      onArrayBegin: (offset) => builder.beginArray(offset),
      onArrayEnd: () => builder.end(),
      onLiteralValue: (value: unknown, offset, length) =>
        builder.literal(value, { start: offset, end: offset + length }),
      onError(code, offset, length) {
        const range = { start: offset, end: offset + length };
        stumbles.push(describeJsonError(printParseErrorCode(code), text, range, builder));
      },
    },
    { allowTrailingComma: true, allowEmptyContent: true },
  );
  return { value: builder.value(), problems: firstPerLine(text, stumbles, builder.problems) };
}
