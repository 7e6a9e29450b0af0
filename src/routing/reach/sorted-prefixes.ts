import { comparePrefixes, contains, type Prefix } from "../../ip/index.ts";

/** Each once, in the order of `comparePrefixes`. */
export function distinctPrefixes(prefixes: readonly Prefix[]): readonly Prefix[] {
  if (prefixes.length < 2) return prefixes;

  const distinct: Prefix[] = [];
  let last: Prefix | undefined;
  for (const prefix of prefixes.toSorted(comparePrefixes)) {
    if (last && comparePrefixes(last, prefix) === 0) continue;
    distinct.push(prefix);
    last = prefix;
  }
  return distinct;
}

/** Where in them the prefix stands, or would. */
export function placeOf(prefix: Prefix, sorted: readonly Prefix[]): number {
  return firstWhere(sorted.length, (index) => {
    const other = sorted[index];
    return other !== undefined && comparePrefixes(other, prefix) >= 0;
  });
}

/** Those of them inside the prefix and longer. */
export function longerWithin(sorted: readonly Prefix[], prefix: Prefix): readonly Prefix[] {
  const found: Prefix[] = [];
  for (let index = placeOf(prefix, sorted); ; index += 1) {
    const other = sorted[index];
    if (!other || !contains(prefix, other)) return found;
    if (other.length > prefix.length) found.push(other);
  }
}

/** The first of the numbers from 0 on from which that holds. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
