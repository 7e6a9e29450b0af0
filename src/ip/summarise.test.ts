import fc from "fast-check";
import { expect, it } from "vitest";
import { anyPrefix, prefix, smallPrefixes, summariseBySearch } from "../../test/oracles/ip.ts";
import { formatPrefix, split, summarise } from "./index.ts";

it("agrees with looking at every block", () => {
  fc.assert(
    fc.property(smallPrefixes, (prefixes) => {
      expect(summarise(prefixes)).toEqual(summariseBySearch(prefixes));
    }),
  );
});

it("puts together what was split", () => {
  fc.assert(
    fc.property(anyPrefix, fc.nat(4), (whole, bits) => {
      const parts = [...split(whole, whole.length + bits)];

      if (parts.length > 0) expect(summarise(parts.toReversed())).toEqual([whole]);
    }),
  );
});

it.each([
  [[], [], "nothing"],
  [["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/0"], "the two halves of everything"],
  [["::/1", "8000::/1", "0.0.0.0/0"], ["0.0.0.0/0", "::/0"], "both families"],
  [
    ["10.0.1.0/24", "10.0.2.0/24"],
    ["10.0.1.0/24", "10.0.2.0/24"],
    "neighbours that are not halves of one prefix",
  ],
  [["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/23"], ["10.0.0.0/22"], "halves that become a half"],
  [["10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/8"], ["10.0.0.0/8"], "one inside another, and one twice"],
  [["0.0.0.0/0", "0.0.0.0/0"], ["0.0.0.0/0"], "everything twice"],
])("makes %j into %j: %s", (texts, expected) => {
  expect(summarise(texts.map(prefix)).map(formatPrefix)).toEqual(expected);
});
