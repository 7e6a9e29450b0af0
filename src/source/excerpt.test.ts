import { expect, it } from "vitest";
import { excerpt, visible } from "./excerpt.ts";

it.each([
  { text: "hub\nspoke", shown: "hub\\nspoke", reason: "a line break would break the report" },
  { text: "\u001B[31mred", shown: "\\u001b[31mred", reason: "ESC would drive the terminal" },
  { text: "\u009B31m", shown: "\\u009b31m", reason: "so would its one-byte form" },
  { text: "a\u202Eb", shown: "a\\u202eb", reason: "a bidirectional override would turn the line around" },
  { text: "a\u200Bb", shown: "a\\u200bb", reason: "a zero width space would hide a difference" },
  { text: "a\u{E0041}", shown: "a\\u{e0041}", reason: "and so would a tag character" },
  { text: "Zürich 東京", shown: "Zürich 東京", reason: "letters stay" },
])("makes visible what is not: $reason", ({ text, shown }) => {
  expect(visible(text)).toBe(shown);
});

it("cuts what is too long for a sentence", () => {
  expect(excerpt(`  ${"a".repeat(50)}`)).toBe(`${"a".repeat(39)}…`);
  expect(excerpt("a".repeat(40))).toBe("a".repeat(40));
});
