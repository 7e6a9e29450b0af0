import { isIPv4, isIPv6 } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { address, anyAddress, anyAddressText, numberOf, smallAddress } from "../../test/oracles/ip.ts";
import { addressFamily, compareAddresses, formatAddress, parseAddress } from "./index.ts";

it.each([
  ["0.0.0.0", "0.0.0.0", "the lowest"],
  ["255.255.255.255", "255.255.255.255", "the highest, where signed arithmetic fails"],
  ["::", "::", "the lowest"],
  ["::1", "::1", "zeros at the start"],
  ["1::", "1::", "zeros at the end"],
  ["2001:DB8::A", "2001:db8::a", "lower case (RFC 5952, 4.3)"],
  ["2001:0db8::0001", "2001:db8::1", "no leading zeros (4.1)"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1", "one zero group is not shortened (4.2.2)"],
  ["2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1", "not even if it was (4.2.2)"],
  ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1", "the longest run (4.2.3)"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1", "the first of equal runs (4.2.3)"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", ":: for a single group is read, not written"],
  ["::ffff:1.2.3.4", "::ffff:1.2.3.4", "mapped IPv4 (5)"],
  ["::ffff:102:304", "::ffff:1.2.3.4", "mapped IPv4, in groups"],
  ["64:ff9b::255.254.253.252", "64:ff9b::fffe:fdfc", "embedded IPv4 elsewhere is read, not written"],
  ["1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304", "embedded IPv4 without ::"],
  [
    "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "the longest text",
  ],
])("writes %s as %s: %s", (text, canonical) => {
  expect(formatAddress(address(text))).toBe(canonical);
});

it.each([
  ["", "nothing"],
  ["1.2.3", "three octets"],
  ["1.2.3.4.5", "five octets"],
  ["1.2.3.", "an empty octet at the end"],
  [".1.2.3", "an empty octet at the start"],
  ["1..2.3", "an empty octet"],
  ["1.2.3.256", "an octet too large"],
  ["1.2.3.04", "a leading zero, octal to some"],
  ["00.0.0.0", "two zeros"],
  ["1.2.3.4 ", "a blank"],
  ["1.2.3.+4", "a sign"],
  ["0x1.2.3.4", "hexadecimal"],
  ["1.2.3.\u0664", "an Arabic digit"],
  ["1.2.3.\uff14", "a full-width digit"],
  [":", "a lone colon"],
  [":::", "three colons"],
  ["::1::", ":: twice"],
  ["1:2:3:4:5:6:7", "seven groups"],
  ["1:2:3:4:5:6:7:8:9", "nine groups"],
  ["1:2:3:4::5:6:7:8", ":: for no group"],
  ["1:2:3:4:5:6:7:", "a colon at the end"],
  [":1:2:3:4:5:6:7", "a colon at the start"],
  ["::12345", "a group of five digits"],
  ["::g", "a letter beyond f"],
  ["fe80::1%eth0", "a zone id"],
  ["[::1]", "brackets"],
  [" ::1", "a blank"],
  ["::1.2.3.256", "an embedded octet too large"],
  ["::1.2.3.4:5", "embedded IPv4 before the end"],
  ["1.2.3.4::", "embedded IPv4 before ::"],
  ["1:2:3:4:5:6:7:1.2.3.4", "embedded IPv4 as a ninth group"],
])("refuses '%s': %s", (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

it.each(["1", "1.", "1:", "0", "::", "%"])("refuses a million times %s, at once", (text) => {
  expect(parseAddress(text.repeat(1_000_000))).toBeUndefined();
});

it("accepts what Node accepts, but for zone ids", () => {
  const nearlyAddress = fc.string({
    unit: fc.constantFrom("0", "1", "25", "f", ".", ":", "::", "1.2.3.4"),
    maxLength: 12,
  });

  fc.assert(
    fc.property(fc.oneof(nearlyAddress, anyAddressText, fc.string()), (text) => {
      const accepted = isIPv4(text) || (isIPv6(text) && !text.includes("%"));

      expect(parseAddress(text) !== undefined).toBe(accepted);
    }),
    { numRuns: 2_000 },
  );
});

it("writes IPv6 as URLs do, but for mapped IPv4", () => {
  fc.assert(
    fc.property(
      anyAddressText.filter((text) => text.includes(":")),
      (text) => {
        const formatted = formatAddress(address(text));

        expect(new URL(`http://[${formatted}]`).hostname).toBe(new URL(`http://[${text}]`).hostname);
        if (!formatted.includes(".")) expect(`[${formatted}]`).toBe(new URL(`http://[${text}]`).hostname);
      },
    ),
  );
});

it("reads back what it writes", () => {
  fc.assert(
    fc.property(anyAddress, (any) => {
      expect(parseAddress(formatAddress(any))).toEqual(any);
    }),
  );
});

it("orders IPv4 before IPv6, then by number", () => {
  const either = fc.oneof(anyAddress, smallAddress);

  fc.assert(
    fc.property(either, either, (a, b) => {
      const byFamily = addressFamily(a) - addressFamily(b);
      const expected = byFamily === 0 ? Number(numberOf(a) - numberOf(b)) : byFamily;

      expect(Math.sign(compareAddresses(a, b))).toBe(Math.sign(expected));
    }),
  );
});

it("tells the family", () => {
  expect([addressFamily(address("10.0.0.1")), addressFamily(address("::ffff:10.0.0.1"))]).toEqual([4, 6]);
});
