import { type Address, family, value } from "./address.ts";

const IPV4_MAPPED = 0xffffn;

/** The one canonical spelling: dotted for IPv4, RFC 5952 for IPv6 (so `::ffff:1.2.3.4` for a mapped address). */
export function formatAddress(address: Address): string {
  return address[family] === 4 ? formatIpv4(address[value]) : formatIpv6(address[value]);
}

function formatIpv4(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

function formatIpv6(address: bigint): string {
  if (address >> 32n === IPV4_MAPPED) return `::ffff:${formatIpv4(Number(address & 0xffffffffn))}`;

  const groups = groupsOf(address);
  const zeros = longestRunOfZeros(groups);
  if (zeros.length < 2) return groups.join(":");

  return `${groups.slice(0, zeros.start).join(":")}::${groups.slice(zeros.start + zeros.length).join(":")}`;
}

function groupsOf(address: bigint): readonly string[] {
  const digits = address.toString(16).padStart(32, "0");

  return Array.from({ length: 8 }, (_, index) =>
    Number.parseInt(digits.slice(index * 4, index * 4 + 4), 16).toString(16),
  );
}

/** The first of the longest, as RFC 5952, section 4.2.3, wants. */
function longestRunOfZeros(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === "0" ? length + 1 : 0;
    if (length > longest.length) longest = { start: index + 1 - length, length };
  }

  return longest;
}
