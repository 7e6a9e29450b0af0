import { type Address, family, ipv4Address, ipv6Address, value } from "./address.ts";
import { addressBits } from "./family.ts";

/** The lowest and highest address, as numbers: two comparisons then answer nearly every question about prefixes. */
export const first: unique symbol = Symbol("first");
export const last: unique symbol = Symbol("last");

interface Ipv4Prefix {
  readonly family: 4;
  readonly length: number;
  readonly [first]: number;
  readonly [last]: number;
}

interface Ipv6Prefix {
  readonly family: 6;
  readonly length: number;
  readonly [first]: bigint;
  readonly [last]: bigint;
}

/**
 * An aligned range of addresses, `10.0.0.0/16`. Opaque but for `family` and `length`: always valid, because only
 * `parsePrefix` and its kin make one. Two prefixes are disjoint or one contains the other; nothing lies between.
 */
export type Prefix = Ipv4Prefix | Ipv6Prefix;

/** `lowest` must be aligned to `length`. */
export function ipv4Prefix(lowest: number, length: number): Ipv4Prefix {
  return { family: 4, length, [first]: lowest, [last]: lowest + 2 ** (32 - length) - 1 };
}

/** `lowest` must be aligned to `length`. */
export function ipv6Prefix(lowest: bigint, length: number): Ipv6Prefix {
  return { family: 6, length, [first]: lowest, [last]: lowest | hostMask(length) };
}

function hostMask(length: number): bigint {
  return (1n << BigInt(128 - length)) - 1n;
}

/** The prefix of that length around the address; `undefined` if its family has no such length. */
export function prefixOf(address: Address, length: number): Prefix | undefined {
  if (!Number.isInteger(length) || length < 0 || length > addressBits(address[family])) return undefined;

  return around(address, length);
}

/** The prefix of exactly this address: /32 or /128. */
export function hostPrefix(address: Address): Prefix {
  return around(address, addressBits(address[family]));
}

function around(address: Address, length: number): Prefix {
  return address[family] === 4
    ? ipv4Prefix(address[value] - (address[value] % 2 ** (32 - length)), length)
    : ipv6Prefix(address[value] & ~hostMask(length), length);
}

export function firstAddress(prefix: Prefix): Address {
  return prefix.family === 4 ? ipv4Address(prefix[first]) : ipv6Address(prefix[first]);
}

export function lastAddress(prefix: Prefix): Address {
  return prefix.family === 4 ? ipv4Address(prefix[last]) : ipv6Address(prefix[last]);
}

/** Exact, because powers of two are exact in a double, even 2 ** 128. */
export function addressCount(prefix: Prefix): number {
  return 2 ** (addressBits(prefix.family) - prefix.length);
}

/** Counts from 0; negative offsets count from the end, -1 being the last. `undefined` outside the prefix. */
export function addressAt(prefix: Prefix, offset: number): Address | undefined {
  const count = addressCount(prefix);
  if (!Number.isInteger(offset) || offset >= count || offset < -count) return undefined;

  if (prefix.family === 4)
    return ipv4Address(offset < 0 ? prefix[last] + 1 + offset : prefix[first] + offset);

  return ipv6Address(offset < 0 ? prefix[last] + 1n + BigInt(offset) : prefix[first] + BigInt(offset));
}
