import { expect, it } from "vitest";
import { oneLine, propertyName, quoted } from "./text.ts";

it.each([
  ["it's", "'it\\'s'", "a quote would end the string"],
  ["a\\b", "'a\\\\b'", "a backslash begins an escape"],
  ["${hub.id}", "'\\${hub.id}'", "it would be evaluated"],
  ["$5 {", "'$5 {'", "a dollar alone is a dollar"],
  ["a\r\n\tb", "'a\\r\\n\\tb'", "strings stay on one line"],
  ["\u202eabc", "'\\u{202e}abc'", "text that runs backwards hides what it says"],
  ["\u0000\u2028", "'\\u{0}\\u{2028}'", "invisible characters are shown"],
  ["Zürich 日本 😀", "'Zürich 日本 😀'", "letters of all the world stay"],
])("quotes %j as %s: %s", (text, expected) => {
  expect(quoted(text)).toBe(expected);
});

it.each([
  ["owner", "owner"],
  ["cost center", "'cost center'"],
  ["10", "'10'"],
  ["true", "'true'"],
  ["", "''"],
])("writes the name of the member %j as %s", (name, expected) => {
  expect(propertyName(name)).toBe(expected);
});

it("keeps a comment on its line", () => {
  expect(oneLine("a\nresource b\u2028c ")).toBe("a resource b c");
});
