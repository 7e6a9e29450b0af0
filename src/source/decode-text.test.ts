import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";
import { endOfValidUtf8 } from "./utf8.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

it("reads what UTF-8 writes, without the byte order mark", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, marked) => {
      const written = text.replaceAll("\0", "").replace(/^\uFEFF/, "");

      expect(decodeText(encode(marked ? `\uFEFF${written}` : written))).toEqual({ text: written });
    }),
  );
});

it.each([
  { order: "little", bytes: [0xff, 0xfe, 0xe9, 0, 0x35, 0xd8, 0xb3, 0xdc, 0x0a, 0] },
  { order: "big", bytes: [0xfe, 0xff, 0, 0xe9, 0xd8, 0x35, 0xdc, 0xb3, 0, 0x0a] },
])("reads UTF-16 that says so, the $order end first", ({ bytes }) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ text: "é𝒳\n" });
});

it.each([
  {
    reason: "latin-1",
    bytes: [...encode("a: 1\r\nb: é\r\nc: 𝒳"), 0xe9, 0x0a],
    message: "Byte 0xE9 at line 3, column 6 is not UTF-8.",
    at: "3:6",
  },
  {
    reason: "cut off",
    bytes: [0x61, 0xe2, 0x82],
    message: "Byte 0xE2 at line 1, column 2 is not UTF-8.",
    at: "1:2",
  },
  {
    reason: "UTF-16, cut off",
    bytes: [0xff, 0xfe, 0x61, 0, 0x61],
    message: "The file begins as UTF-16 and is none.",
    at: "1:1",
  },
  {
    reason: "UTF-16, with a zero",
    bytes: [0xff, 0xfe, 0x61, 0, 0, 0],
    message: "The file begins as UTF-16 and is none.",
    at: "1:1",
  },
  {
    reason: "binary",
    bytes: [0x61, 0x0a, 0x00, 0xff],
    message: "The file holds a byte 0x00, so it is no text.",
    at: "2:1",
  },
])("refuses what is not UTF-8 and says where: $reason", ({ bytes, message, at }) => {
  const decoded = decodeText(Uint8Array.from(bytes));

  const problem = "problem" in decoded ? decoded.problem : undefined;
  expect(problem?.message).toBe(message);
  expect(problem?.hint).toMatch(/UTF-8|YAML/);
  expect(`${problem?.span.start.line}:${problem?.span.start.column}`).toBe(at);
});

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

it("finds a bad byte exactly where the decoder does", () => {
  const anyBytes = fc.uint8Array({ maxLength: 12 });
  const anyNearlyText = fc.array(
    fc.constantFrom(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyBytes,
        anyNearlyText.map((bytes) => Uint8Array.from(bytes)),
      ),
      (bytes) => {
        const end = endOfValidUtf8(bytes);

        expect(isText(bytes.subarray(0, end))).toBe(true);
        expect(isText(bytes)).toBe(end === bytes.length);
      },
    ),
    { numRuns: 2_000 },
  );
});
