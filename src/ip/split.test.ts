import fc from "fast-check";
import { expect, it } from "vitest";
import { containsByRange, prefix, smallBlocks, smallPrefix } from "../../test/oracles/ip.ts";
import { formatPrefix, parentOf, split } from "./index.ts";

it("splits into every block of that length inside, lowest first", () => {
  fc.assert(
    fc.property(smallPrefix, fc.nat(6), (whole, bits) => {
      const length = whole.length + bits;
      const expected = smallBlocks.filter(
        (block) => block.length === length && containsByRange(whole, block),
      );

      expect([...split(whole, length)]).toEqual(expected);
    }),
  );
});

it("splits lazily, so that the first of very many is cheap", () => {
  const [lowest, next] = split(prefix("::/0"), 128);

  expect([lowest, next].map((block) => block && formatPrefix(block))).toEqual(["::/128", "::1/128"]);
});

it.each([
  ["10.0.0.0/24", 23, "shorter than the prefix"],
  ["10.0.0.0/24", 33, "longer than an IPv4 address"],
  ["fd00::/64", 129, "longer than an IPv6 address"],
  ["10.0.0.0/24", 24.5, "a fraction"],
  ["10.0.0.0/24", Number.NaN, "no number"],
])("splits %s into no block of length %d: %s", (text, length) => {
  expect([...split(prefix(text), length)]).toEqual([]);
});

it.each<[string, string | undefined, string]>([
  ["0.0.0.0/0", undefined, "nothing is larger"],
  ["::/0", undefined, "nothing is larger"],
  ["128.0.0.0/1", "0.0.0.0/0", "the upper half of everything"],
  ["10.0.1.0/24", "10.0.0.0/23", "an upper half"],
  ["10.0.0.0/24", "10.0.0.0/23", "a lower half"],
  ["255.255.255.255/32", "255.255.255.254/31", "the last address"],
  ["fd00::1/128", "fd00::/127", "one address"],
])("the parent of %s is %s: %s", (text, parent) => {
  const found = parentOf(prefix(text));

  expect(found && formatPrefix(found)).toBe(parent);
});
