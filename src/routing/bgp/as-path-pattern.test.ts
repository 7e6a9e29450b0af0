import fc from "fast-check";
import { expect, it } from "vitest";
import { parseAsPathPattern } from "./as-path-pattern.ts";

it.each([
  ["^65515 12076 64512 12076$", [65_515, 12_076, 64_512, 12_076], true],
  ["^65515_12076_64512_12076$", [65_515, 12_076, 64_512, 12_076], true],
  ["_12076_", [65_515, 12_076], true],
  ["_2076_", [65_515, 12_076], false],
  ["^$", [], true],
  ["^$", [1], false],
  ["", [1], true],
  ["^(6500[1-3] ?)+$", [65_001, 65_003], true],
  ["^(6500[1-3] ?)+$", [65_001, 65_004], false],
  ["^65001( 65001){2,}$", [65_001, 65_001], false],
  ["^65001( 65001){2,}$", [65_001, 65_001, 65_001, 65_001], true],
  ["1|3", [23], true],
  ["[^0-9 ]", [12], false],
  ["\\d+\\s\\d+", [1, 2], true],
])("%s and %j: %s", (pattern, path, matches) => {
  expect(parseAsPathPattern(pattern)?.matches(path)).toBe(matches);
});

it.each([
  "(",
  "a)",
  "[",
  "*1",
  "1**",
  "1{3,2}",
  "1{",
  "(?=1)",
  "\\b1",
  "(1)\\1",
  "[3-1]",
  "1{999}",
  "1".repeat(501),
])("does not take %s for a pattern", (text) => {
  expect(parseAsPathPattern(text)).toBeUndefined();
});

it("does not read a pattern that is longer than any path needs", () => {
  expect(parseAsPathPattern("1".repeat(501))).toBeUndefined();
});

// A matcher that tries one way after the other needs longer than the world is old for these.
it.each([
  "^(1+)+$",
  "^(1|1|11)*$",
  "^(.*)*(.*)*(.*)*x$",
  "^(1?){255}1{255}$",
  "^((1{1,255}){1,255}){1,255}$",
])("answers %s at once", (text) => {
  const path = Array<number>(60).fill(11_111);
  const start = performance.now();

  expect(parseAsPathPattern(text)?.matches([...path, 2])).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

it("agrees with regular expressions", () => {
  const times = fc.constantFrom("", "", "*", "+", "?", "{2}", "{0,2}", "*?");
  const atom = fc.constantFrom("1", "2", " ", ".", "[12]", "[^1]", "\\d");
  const anchored = fc.tuple(fc.constantFrom("", "^"), fc.constantFrom("", "$"));
  const choiceOf = (one: fc.Arbitrary<string>) =>
    fc
      .array(
        fc.array(
          fc.tuple(one, times).map((parts) => parts.join("")),
          { maxLength: 3 },
        ),
        {
          minLength: 1,
          maxLength: 2,
        },
      )
      .map((options) => options.map((option) => option.join("")).join("|"));
  const group = choiceOf(atom).map((inner) => `(${inner})`);
  const nested = choiceOf(fc.oneof(atom, group)).map((inner) => `(?:${inner})`);
  const pattern = fc.tuple(anchored, choiceOf(fc.oneof(atom, group, nested)));

  fc.assert(
    fc.property(pattern, fc.array(fc.constantFrom(1, 2, 12, 21), { maxLength: 4 }), (parts, path) => {
      const [[start, end], inner] = parts;
      const text = `${start}(${inner})${end}`;

      expect(parseAsPathPattern(text)?.matches(path)).toBe(new RegExp(text).test(path.join(" ")));
    }),
    // Of other seeds some need longer than the world is old, by regular expressions.
    { numRuns: 500, seed: 65_515 },
  );
});
