import fc from "fast-check";
import { expect, it } from "vitest";
import {
  address,
  anyAddress,
  anyPrefix,
  containsAddressByRange,
  containsByRange,
  matchesByFilter,
  prefix,
  smallAddress,
  smallPrefix,
} from "../../test/oracles/ip.ts";
import { comparePrefixes, createPrefixTable } from "./index.ts";

const entries = fc.array(fc.tuple(fc.oneof(smallPrefix, anyPrefix), fc.nat()));

it("looks an address up as filtering every entry does", () => {
  fc.assert(
    fc.property(entries, fc.oneof(smallAddress, anyAddress), (entries, address) => {
      const table = createPrefixTable(entries);
      const expected = matchesByFilter(entries, (prefix) => containsAddressByRange(prefix, address));

      expect(table.lookupAll(address)).toEqual(expected);
      expect(table.lookup(address)).toEqual(expected[0]);
    }),
    { numRuns: 500 },
  );
});

it("finds what covers a prefix, and what is inside, as filtering every entry does", () => {
  fc.assert(
    fc.property(entries, fc.oneof(smallPrefix, anyPrefix), (entries, prefix) => {
      const table = createPrefixTable(entries);
      const covering = matchesByFilter(entries, (outer) => containsByRange(outer, prefix));
      const inside = matchesByFilter(entries, (inner) => containsByRange(prefix, inner));

      expect(table.covering(prefix)).toEqual(covering);
      expect(table.inside(prefix)).toEqual(inside.sort((a, b) => comparePrefixes(a.prefix, b.prefix)));
    }),
    { numRuns: 500 },
  );
});

it("a later entry replaces an earlier one with an equal prefix", () => {
  const table = createPrefixTable([
    [prefix("10.0.0.0/8"), "earlier"],
    [prefix("10.1.0.0/16"), "other"],
    [prefix("10.0.0.0/8"), "later"],
  ]);

  expect(table.lookupAll(address("10.0.0.1"))).toEqual([{ prefix: prefix("10.0.0.0/8"), value: "later" }]);
});

it("default routes match every address of their family only", () => {
  const table = createPrefixTable([
    [prefix("0.0.0.0/0"), "IPv4"],
    [prefix("::/0"), "IPv6"],
  ]);

  const addresses = ["0.0.0.0", "255.255.255.255", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"];
  const found = addresses.map((text) => table.lookup(address(text))?.value);

  expect(found).toEqual(["IPv4", "IPv4", "IPv6", "IPv6"]);
});

it("an empty table has no answer", () => {
  const table = createPrefixTable([]);

  expect(table.lookup(address("10.0.0.1"))).toBeUndefined();
  expect(table.lookupAll(address("::1"))).toEqual([]);
  expect(table.covering(prefix("10.0.0.0/8"))).toEqual([]);
  expect(table.inside(prefix("::/0"))).toEqual([]);
});
