import fc from "fast-check";
import { expect, it } from "vitest";
import type { Position } from "./document.ts";
import { positionsOf } from "./positions.ts";

/** The definition, spelled out: count the line breaks before, and the characters after the last. */
function positionByCounting(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { offset, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

it("agrees with counting", () => {
  const anyText = fc.array(fc.constantFrom("a", "é", "𝒳", "\n", "\r\n")).map((parts) => parts.join(""));

  fc.assert(
    fc.property(anyText, fc.nat(50), (text, at) => {
      const offset = Math.min(at, text.length);

      expect(positionsOf(text)(offset)).toEqual(positionByCounting(text, offset));
    }),
  );
});

it("stays inside the text", () => {
  expect(positionsOf("a\nb")(9)).toEqual({ offset: 3, line: 2, column: 2 });
  expect(positionsOf("a\nb")(-1)).toEqual({ offset: 0, line: 1, column: 1 });
});
