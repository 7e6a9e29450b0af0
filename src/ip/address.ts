import type { Family } from "./family.ts";

/**
 * Keys of what only this folder may read. They are symbols so that `Address` and `Prefix` can be neither built nor
 * taken apart elsewhere, without a cast here. The price: JSON and `structuredClone` lose them, so values that leave
 * the process leave as text.
 */
export const family: unique symbol = Symbol("family");
export const value: unique symbol = Symbol("value");

/** A number, because bigint is many times slower and IPv4 is nearly everything. */
interface Ipv4Address {
  readonly [family]: 4;
  readonly [value]: number;
}

interface Ipv6Address {
  readonly [family]: 6;
  readonly [value]: bigint;
}

/** One IPv4 or IPv6 address. Opaque: made by `parseAddress` or from a prefix, read by the functions of this folder. */
export type Address = Ipv4Address | Ipv6Address;

export function ipv4Address(address: number): Ipv4Address {
  return { [family]: 4, [value]: address };
}

export function ipv6Address(address: bigint): Ipv6Address {
  return { [family]: 6, [value]: address };
}

export function addressFamily(address: Address): Family {
  return address[family];
}

/** For `sort`: IPv4 before IPv6, then by number. 0 means the same address. */
export function compareAddresses(a: Address, b: Address): number {
  return a[family] - b[family] || Number(a[value] > b[value]) - Number(a[value] < b[value]);
}
