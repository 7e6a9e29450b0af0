import fc from "fast-check";
import { expect, it } from "vitest";
import {
  address,
  anyAddress,
  anyPrefix,
  containsAddressByRange,
  containsByRange,
  overlapsByRange,
  prefix,
  rangeOf,
  smallAddress,
  smallBlocks,
  smallPrefix,
} from "../../test/oracles/ip.ts";
import {
  comparePrefixes,
  contains,
  containsAddress,
  equals,
  formatPrefix,
  intersect,
  overlaps,
} from "./index.ts";

const either = fc.oneof(anyPrefix, smallPrefix);

it("contains, overlaps and equals agree with their definitions", () => {
  fc.assert(
    fc.property(either, either, (a, b) => {
      expect(contains(a, b)).toBe(containsByRange(a, b));
      expect(overlaps(a, b)).toBe(overlapsByRange(a, b));
      expect(equals(a, b)).toBe(formatPrefix(a) === formatPrefix(b));
    }),
    { numRuns: 1_000 },
  );
});

it("contains an address as its definition says", () => {
  fc.assert(
    fc.property(either, fc.oneof(anyAddress, smallAddress), (prefix, address) => {
      expect(containsAddress(prefix, address)).toBe(containsAddressByRange(prefix, address));
    }),
    { numRuns: 1_000 },
  );
});

it("overlapping prefixes nest, and their intersection is the inner one", () => {
  fc.assert(
    fc.property(either, either, (a, b) => {
      const inner = containsByRange(a, b) ? b : containsByRange(b, a) ? a : undefined;

      expect(intersect(a, b)).toEqual(inner);
    }),
  );
});

it.each([
  ["0.0.0.0/0", "255.255.255.255/32", true, "everything contains the last address"],
  ["255.255.255.255/32", "0.0.0.0/0", false, "not the other way round"],
  ["0.0.0.0/0", "::/128", false, "families do not mix"],
  ["::/0", "0.0.0.0/0", false, "families do not mix"],
  ["::/0", "ffff::/16", true, "everything contains a part"],
  ["10.0.0.0/8", "10.0.0.0/8", true, "itself"],
  ["10.0.0.0/24", "10.0.1.0/24", false, "neighbours"],
])("%s contains %s: %s, %s", (outer, inner, expected) => {
  expect(contains(prefix(outer), prefix(inner))).toBe(expected);
});

it("does not take a mapped address for an IPv4 one", () => {
  expect(containsAddress(prefix("10.0.0.0/8"), address("::ffff:10.0.0.1"))).toBe(false);
});

it("sorts by family, first address, then shorter length", () => {
  fc.assert(
    fc.property(either, either, (a, b) => {
      const [left, right] = [rangeOf(a), rangeOf(b)];
      const expected =
        left.family - right.family || Number(left.first - right.first) || Number(right.last - left.last);

      expect(Math.sign(comparePrefixes(a, b))).toBe(Math.sign(expected));
    }),
  );
});

it("sorting does not depend on the order given", () => {
  const all = fc.shuffledSubarray([...smallBlocks], { minLength: smallBlocks.length });

  fc.assert(
    fc.property(all, (shuffled) => {
      expect(shuffled.sort(comparePrefixes)).toEqual(smallBlocks);
    }),
    { numRuns: 10 },
  );
});
