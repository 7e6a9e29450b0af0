import { expect, it } from "vitest";
import { formatAddress, parseAddress, parsePrefix, translate } from "./index.ts";

it.each([
  ["192.168.1.7", "192.168.1.0/24", "100.64.10.0/24", "100.64.10.7"],
  ["192.168.1.255", "192.168.0.0/23", "10.0.2.0/23", "10.0.3.255"],
  ["fd00:1::7", "fd00:1::/64", "fd00:2::/64", "fd00:2::7"],
  ["192.168.2.7", "192.168.1.0/24", "100.64.10.0/24", undefined],
  ["192.168.1.7", "192.168.1.0/24", "100.64.10.0/25", undefined],
  ["192.168.1.7", "fd00:1::/64", "fd00:2::/64", undefined],
  ["192.168.1.7", "192.168.1.0/24", "fd00:2::/24", undefined],
  ["fd00:1::7", "fd00::/16", "10.0.0.0/16", undefined],
])("finds %s of %s in %s: %s", (text, from, to, expected) => {
  const [address, inner, outer] = [parseAddress(text), parsePrefix(from), parsePrefix(to)];
  const found = address && inner && outer ? translate(address, inner, outer) : undefined;

  expect(found && formatAddress(found)).toBe(expected);
});
