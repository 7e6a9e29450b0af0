import type { Prefix } from "./prefix.ts";
import { comparePrefixes, contains } from "./prefix-relations.ts";

interface Entry<T> {
  readonly prefix: Prefix;
  readonly value: T;
}

/**
 * Each overlapping pair once, the containing entry first (of equal prefixes, the one given first), sorted by the
 * second. One sweep over the sorted entries: because prefixes nest, those open at any time form a stack.
 */
export function* overlappingPairs<T>(
  entries: readonly Entry<T>[],
): Generator<readonly [outer: Entry<T>, inner: Entry<T>], undefined> {
  const open: Entry<T>[] = [];
  for (const entry of entries.toSorted((a, b) => comparePrefixes(a.prefix, b.prefix))) {
    for (let top = open.at(-1); top !== undefined && !contains(top.prefix, entry.prefix); top = open.at(-1)) {
      open.pop();
    }
    for (const outer of open) yield [outer, entry];
    open.push(entry);
  }

  return undefined;
}
