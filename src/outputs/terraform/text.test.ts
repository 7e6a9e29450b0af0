import { expect, it } from "vitest";
import { propertyName, quoted } from "./text.ts";

it.each([
  ['say "hi"', '"say \\"hi\\""', "quotes"],
  ["back\\slash", '"back\\\\slash"', "backslashes"],
  ["${var.x}", '"$${var.x}"', "an interpolation is text"],
  ["%{if true}", '"%%{if true}"', "a directive is text"],
  ["$${x}", '"\\u0024$${x}"', "a dollar before it stays one, whatever the parser makes of three"],
  ["%${x}", '"\\u0025$${x}"', "a percent sign before it"],
  ["100 % of $5 {x}", '"100 % of $5 {x}"', "signs without a brace are nothing special"],
  ["a\nb\tc", '"a\\nb\\tc"', "one line"],
  ["\u202eevil", '"\\u202eevil"', "marks that turn the text are seen"],
  ["é日本😀", '"é日本😀"', "letters stay letters"],
  ["\u{e0001}", '"\\U000e0001"', "invisible characters of high planes"],
])("quoted(%j) is %s: %s", (text, expected) => {
  expect(quoted(text)).toBe(expected);
});

it("quotes keys that are no words, and the word that begins a loop", () => {
  expect(["name", "ms-x", "1st", "for", "null", "${x}"].map(propertyName)).toEqual([
    "name",
    '"ms-x"',
    '"1st"',
    '"for"',
    '"null"',
    '"$${x}"',
  ]);
});
