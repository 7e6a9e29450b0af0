import { type Address, family, value } from "./address.ts";
import { first, last, type Prefix } from "./prefix.ts";

/** True for equal prefixes too. */
export function contains(outer: Prefix, inner: Prefix): boolean {
  return outer.family === inner.family && outer[first] <= inner[first] && inner[last] <= outer[last];
}

export function containsAddress(prefix: Prefix, address: Address): boolean {
  return (
    prefix.family === address[family] && prefix[first] <= address[value] && address[value] <= prefix[last]
  );
}

export function overlaps(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a[first] <= b[last] && b[first] <= a[last];
}

export function equals(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a.length === b.length && a[first] === b[first];
}

/** What both contain: the longer one, since prefixes nest. */
export function intersect(a: Prefix, b: Prefix): Prefix | undefined {
  if (!overlaps(a, b)) return undefined;

  return a.length >= b.length ? a : b;
}

/**
 * For `sort`: IPv4 before IPv6, then by first address, then the shorter length first, so that a prefix comes directly
 * before everything it contains. 0 means equal.
 */
export function comparePrefixes(a: Prefix, b: Prefix): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a[first] !== b[first]) return a[first] < b[first] ? -1 : 1;

  return a.length - b.length;
}
