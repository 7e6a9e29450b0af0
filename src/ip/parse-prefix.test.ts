import fc from "fast-check";
import { expect, it } from "vitest";
import {
  anyAddress,
  anyPrefix,
  numberOf,
  rangeOf,
  smallAddress,
  smallPrefix,
} from "../../test/oracles/ip.ts";
import { alignPrefix, formatAddress, formatPrefix, parsePrefix } from "./index.ts";

it.each([
  ["0.0.0.0/0", "all of IPv4"],
  ["128.0.0.0/1", "the upper half, where signed arithmetic fails"],
  ["10.0.0.0/8", "a private range"],
  ["255.255.255.255/32", "the last address"],
  ["::/0", "all of IPv6"],
  ["8000::/1", "the upper half"],
  ["fd00:0:0:8000::/49", "a length that is no multiple of 16"],
  ["::1/128", "one address"],
  ["ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128", "the last address"],
])("reads %s: %s", (text) => {
  const prefix = parsePrefix(text);

  expect(prefix && formatPrefix(prefix)).toBe(text);
});

it.each([
  ["", "nothing"],
  ["/", "neither part"],
  ["/8", "no address"],
  ["10.0.0.0", "no length"],
  ["10.0.0.0/", "an empty length"],
  ["10.0.0.0/33", "longer than IPv4"],
  ["::/129", "longer than IPv6"],
  ["10.0.0.0/-0", "a sign"],
  ["10.0.0.0/+8", "a sign"],
  ["10.0.0.0/08", "a leading zero"],
  ["10.0.0.0/8.0", "a fraction"],
  ["10.0.0.0/1e1", "an exponent"],
  ["10.0.0.0/8/8", "two lengths"],
  ["10.0.0.0/255.0.0.0", "a mask"],
  ["10.0.0.0/8\n", "a line end"],
  ["10.0.0.0/\u0668", "an Arabic digit"],
  ["10.0.0.0/\uff18", "a full-width digit"],
  ["10.0.0/8", "three octets"],
  ["010.0.0.0/8", "a leading zero, octal to some"],
  ["1.2.3.4 /8", "a blank"],
  [" 10.0.0.0/8", "a blank"],
  ["10.0.0.0/ 8", "a blank"],
  ["10.0.0.1/8", "host bits"],
  ["0.0.0.1/0", "host bits"],
  ["fd00::1/64", "host bits"],
  ["::1::/64", ":: twice"],
  ["fe80::%1/64", "a zone id"],
])("refuses '%s': %s", (text) => {
  expect(parsePrefix(text)).toBeUndefined();
});

it.each([
  ["10.0.0.5/24", "10.0.0.0/24", "clears host bits"],
  ["255.255.255.255/1", "128.0.0.0/1", "clears all but the top bit"],
  ["255.255.255.255/0", "0.0.0.0/0", "clears everything"],
  ["10.0.0.0/24", "10.0.0.0/24", "leaves an aligned prefix"],
  ["10.0.0.5", "10.0.0.5/32", "takes a bare IPv4 address"],
  ["fd00::5/64", "fd00::/64", "clears host bits"],
  ["FD00:0:0:FFFF::/50", "fd00:0:0:c000::/50", "clears part of a group"],
  ["fd00::5", "fd00::5/128", "takes a bare IPv6 address"],
])("aligns %s to %s: %s", (text, aligned) => {
  const prefix = alignPrefix(text);

  expect(prefix && formatPrefix(prefix)).toBe(aligned);
});

it.each([
  ["10.0.0/24", "no address"],
  ["10.0.0.5/33", "a length too large"],
  ["10.0.0.5/024", "no length"],
  ["web", "neither"],
  ["", "nothing"],
])("cannot align %s: %s", (text) => {
  expect(alignPrefix(text)).toBeUndefined();
});

it("reads back what it writes", () => {
  fc.assert(
    fc.property(fc.oneof(anyPrefix, smallPrefix), (prefix) => {
      expect(parsePrefix(formatPrefix(prefix))).toEqual(prefix);
      expect(alignPrefix(formatPrefix(prefix))).toEqual(prefix);
    }),
  );
});

it("refuses exactly what aligning would change", () => {
  fc.assert(
    fc.property(fc.oneof(anyAddress, smallAddress), fc.nat(129), (any, length) => {
      const text = `${formatAddress(any)}/${length}`;
      const aligned = alignPrefix(text);

      expect(parsePrefix(text)).toEqual(
        aligned && rangeOf(aligned).first === numberOf(any) ? aligned : undefined,
      );
    }),
    { numRuns: 1_000 },
  );
});

it.each(["1", "/", "10.0.0.0/", "10.0.0.0/8", "::"])("refuses a million times %s, at once", (text) => {
  expect(parsePrefix(text.repeat(1_000_000))).toBeUndefined();
});

it("refuses a length of a million digits, at once", () => {
  expect(parsePrefix(`10.0.0.0/${"8".repeat(1_000_000)}`)).toBeUndefined();
});
