import fc from "fast-check";
import { expect, it } from "vitest";
import {
  address,
  anyAddress,
  anyPrefix,
  numberOf,
  prefix,
  rangeOf,
  smallPrefix,
} from "../../test/oracles/ip.ts";
import {
  addressAt,
  addressCount,
  addressFamily,
  firstAddress,
  formatAddress,
  formatPrefix,
  hostPrefix,
  lastAddress,
  prefixOf,
} from "./index.ts";

it("runs from its first to its last address", () => {
  fc.assert(
    fc.property(fc.oneof(anyPrefix, smallPrefix), (prefix) => {
      const { family, first, last } = rangeOf(prefix);

      expect(prefix.family).toBe(family);
      expect(numberOf(firstAddress(prefix))).toBe(first);
      expect(numberOf(lastAddress(prefix))).toBe(last);
      expect(BigInt(addressCount(prefix))).toBe(last - first + 1n);
    }),
  );
});

it("of an address is the prefix of that length that starts at or before it and ends at or after it", () => {
  fc.assert(
    fc.property(anyAddress, fc.nat(128), (any, length) => {
      const around = prefixOf(any, length);
      if (around === undefined) {
        expect(addressFamily(any) === 4 && length > 32).toBe(true);
        return;
      }

      expect(around.length).toBe(length);
      expect(rangeOf(around).first <= numberOf(any) && numberOf(any) <= rangeOf(around).last).toBe(true);
    }),
  );
});

it.each([
  [-1, "negative"],
  [33, "longer than the address"],
  [8.5, "a fraction"],
  [Number.NaN, "no number"],
])("has no length %d: %s", (length) => {
  expect(prefixOf(address("10.0.0.0"), length)).toBeUndefined();
});

it.each([
  ["10.0.0.7", "10.0.0.7/32"],
  ["255.255.255.255", "255.255.255.255/32"],
  ["fd00::7", "fd00::7/128"],
])("of one address, %s, is %s", (text, host) => {
  expect(formatPrefix(hostPrefix(address(text)))).toBe(host);
});

it.each<[string, number, string | undefined, string]>([
  ["10.0.0.0/24", 0, "10.0.0.0", "the first"],
  ["10.0.0.0/24", 3, "10.0.0.3", "counted from the first"],
  ["10.0.0.0/24", 255, "10.0.0.255", "the last"],
  ["10.0.0.0/24", -1, "10.0.0.255", "the last, from the end"],
  ["10.0.0.0/24", -256, "10.0.0.0", "the first, from the end"],
  ["10.0.0.0/24", 256, undefined, "one too far"],
  ["10.0.0.0/24", -257, undefined, "one too far back"],
  ["10.0.0.0/24", 0.5, undefined, "between two"],
  ["10.0.0.0/24", Number.POSITIVE_INFINITY, undefined, "infinitely far"],
  ["10.0.0.7/32", -1, "10.0.0.7", "the only one"],
  ["0.0.0.0/0", 4_294_967_295, "255.255.255.255", "the last of IPv4"],
  ["fd00::/64", 4, "fd00::4", "counted from the first"],
  ["fd00::/64", -2, "fd00::ffff:ffff:ffff:fffe", "the last but one"],
  ["::/0", -1, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "the last of IPv6"],
  ["fd00::/64", 2 ** 64, undefined, "one too far"],
])("%s has at %d the address %s: %s", (text, offset, expected) => {
  const found = addressAt(prefix(text), offset);

  expect(found && formatAddress(found)).toBe(expected);
});

it("keeps its addresses out of reach and out of JSON", () => {
  expect(JSON.stringify(prefix("fd00::/8"))).toBe('{"family":6,"length":8}');
});
