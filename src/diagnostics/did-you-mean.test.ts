import fc from "fast-check";
import { expect, it } from "vitest";
import { didYouMean } from "./did-you-mean.ts";

it.each([
  { word: "subnet", candidates: ["subnets", "sites"], meant: "subnets", reason: "a letter is missing" },
  {
    word: "adressSpace",
    candidates: ["addressSpace", "addressPrefix"],
    meant: "addressSpace",
    reason: "misspelt",
  },
  {
    word: "VirtualNetworks",
    candidates: ["virtualNetworkx", "virtualNetworks"],
    meant: "virtualNetworks",
    reason: "case",
  },
  { word: "sku", candidates: ["asn"], meant: undefined, reason: "two of three letters differ" },
  { word: "gateway", candidates: ["subnets"], meant: undefined, reason: "another word" },
  { word: "a", candidates: ["b"], meant: undefined, reason: "nothing in common" },
  { word: "hub", candidates: [], meant: undefined, reason: "nothing to choose from" },
  { word: "hub1", candidates: ["hub3", "hub2"], meant: "hub2", reason: "of equals the first by name" },
])("suggests $meant for $word: $reason", ({ word, candidates, meant }) => {
  expect(didYouMean(word, candidates)).toBe(meant);
});

it("suggests the same whatever the order", () => {
  const anyWord = fc.string({ unit: fc.constantFrom("a", "b", "A"), maxLength: 4 });

  fc.assert(
    fc.property(anyWord, fc.array(anyWord), (word, candidates) => {
      expect(didYouMean(word, candidates.toReversed())).toBe(didYouMean(word, candidates));
    }),
  );
});
