import {
  type Address,
  contains,
  createPrefixTable,
  firstAddress,
  type Prefix,
  subtract,
} from "../../ip/index.ts";
import { distinctPrefixes, firstWhere, longerWithin, placeOf } from "./sorted-prefixes.ts";

/**
 * All addresses, cut at every prefix that any route, rule or range asks about. Region `i` is what `prefixes[i]` holds
 * and no longer one of them does. They are in the order of `comparePrefixes`, so that the regions inside of a prefix
 * stand side by side: a prefix is the range of numbers from its own to `ends`.
 */
export interface Regions {
  readonly count: number;
  readonly prefixes: readonly Prefix[];
  readonly ends: Int32Array;
  /** The first region of IPv6. */
  readonly firstOf6: number;
  regionOf(address: Address): number;
  /** The region of a prefix that is among them. */
  numberOf(prefix: Prefix): number;
  /** Those of them inside a prefix and longer. */
  within(prefix: Prefix): readonly Prefix[];
  /** An address of the region; `undefined` where longer prefixes leave it none. */
  addressIn(region: number): Address | undefined;
}

export function createRegions(cuts: readonly Prefix[]): Regions {
  const prefixes = distinctPrefixes(cuts);
  const count = prefixes.length;
  const ends = endsOf(prefixes);
  const table = createPrefixTable(prefixes.map((prefix, index) => [prefix, index] as const));
  const addresses = new Map<number, Address | undefined>();

  function addressIn(region: number): Address | undefined {
    if (addresses.has(region)) return addresses.get(region);

    const prefix = prefixes[region];
    const inside = prefixes.slice(region + 1, ends[region]);
    const [free] = prefix === undefined ? [] : inside.length === 0 ? [prefix] : subtract(prefix, inside);
    const address = free && firstAddress(free);
    addresses.set(region, address);
    return address;
  }

  return {
    count,
    prefixes,
    ends,
    firstOf6: firstWhere(count, (index) => prefixes[index]?.family === 6),
    regionOf: (address) => table.lookup(address)?.value ?? 0,
    numberOf: (prefix) => placeOf(prefix, prefixes),
    within: (prefix) => longerWithin(prefixes, prefix),
    addressIn,
  };
}

/** Of each, where those that it contains end. */
function endsOf(prefixes: readonly Prefix[]): Int32Array {
  const ends = new Int32Array(prefixes.length).fill(prefixes.length);
  const open: number[] = [];
  for (const [index, prefix] of prefixes.entries()) {
    while (open.length > 0 && !holds(prefixes[open.at(-1) ?? 0], prefix)) ends[open.pop() ?? 0] = index;
    open.push(index);
  }
  return ends;
}

function holds(outer: Prefix | undefined, inner: Prefix): boolean {
  return outer !== undefined && contains(outer, inner);
}
