import fc from "fast-check";
import { expect, it } from "vitest";
import { anyPrefix, overlappingPairsByTrying, prefix, smallPrefix } from "../../test/oracles/ip.ts";
import { formatPrefix, overlappingPairs } from "./index.ts";

it("finds the pairs that trying every pair finds, each once", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(smallPrefix, anyPrefix)), (prefixes) => {
      const entries = prefixes.map((prefix, value) => ({ prefix, value }));
      const found = [...overlappingPairs(entries)].map(([outer, inner]) => `${outer.value} ${inner.value}`);
      const expected = overlappingPairsByTrying(entries).map(([outer, inner]) => `${outer} ${inner}`);

      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});

it("answers in the order of the addresses, whatever order they are given in", () => {
  const texts = ["10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/24", "10.1.0.0/16", "11.0.0.0/8", "::/0", "fd00::/8"];
  const entries = fc.shuffledSubarray(texts, { minLength: texts.length });

  fc.assert(
    fc.property(entries, (shuffled) => {
      const pairs = overlappingPairs(shuffled.map((text) => ({ prefix: prefix(text), value: text })));

      expect([...pairs].map(([outer, inner]) => `${outer.value} ${inner.value}`)).toEqual([
        "10.0.0.0/8 10.0.0.0/16",
        "10.0.0.0/8 10.0.0.0/24",
        "10.0.0.0/16 10.0.0.0/24",
        "10.0.0.0/8 10.1.0.0/16",
        "::/0 fd00::/8",
      ]);
    }),
  );
});

it("of equal prefixes, the one given first comes first", () => {
  const entries = ["hub", "spoke"].map((value) => ({ prefix: prefix("10.0.0.0/8"), value }));
  const [pair] = overlappingPairs(entries);

  expect(pair?.map((entry) => `${entry.value} ${formatPrefix(entry.prefix)}`)).toEqual([
    "hub 10.0.0.0/8",
    "spoke 10.0.0.0/8",
  ]);
});
