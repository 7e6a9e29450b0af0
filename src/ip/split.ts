import { addressBits } from "./family.ts";
import { first, firstAddress, ipv4Prefix, ipv6Prefix, last, type Prefix, prefixOf } from "./prefix.ts";

/** The two halves, lower first. The prefix must have more than one address. */
export function halvesOf(prefix: Prefix): readonly [lower: Prefix, upper: Prefix] {
  const length = prefix.length + 1;

  if (prefix.family === 4) {
    const lower = ipv4Prefix(prefix[first], length);
    return [lower, ipv4Prefix(lower[last] + 1, length)];
  }
  const lower = ipv6Prefix(prefix[first], length);
  return [lower, ipv6Prefix(lower[last] + 1n, length)];
}

/** The prefix one bit shorter, of which this is a half. */
export function parentOf(prefix: Prefix): Prefix | undefined {
  return prefixOf(firstAddress(prefix), prefix.length - 1);
}

/**
 * All prefixes of that length inside, lowest first, and none if there can be no such prefix. Lazy: a /48 has
 * 2 ** 80 of /128, so take what you need.
 */
export function* split(prefix: Prefix, length: number): Generator<Prefix, undefined> {
  if (!Number.isInteger(length) || length < prefix.length || length > addressBits(prefix.family))
    return undefined;

  const pending = [prefix];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (block.length === length) {
      yield block;
    } else {
      const [lower, upper] = halvesOf(block);
      pending.push(upper, lower);
    }
  }

  return undefined;
}
