import { addressBits, type Family } from "./family.ts";
import { firstIndexWhere } from "./first-index-where.ts";
import { first, firstAddress, last, type Prefix, prefixOf } from "./prefix.ts";
import { contains } from "./prefix-relations.ts";
import { halvesOf } from "./split.ts";
import { outermost } from "./summarise.ts";

/** The shortest sorted list that covers exactly `from` without `remove`. */
export function subtract(from: Prefix, remove: readonly Prefix[]): Prefix[] {
  return freeBlocks([from], remove);
}

/**
 * The largest aligned blocks that are in the space and not used, sorted. Neighbouring prefixes of the space stay
 * apart: no block crosses from one into the next.
 */
export function freeBlocks(space: readonly Prefix[], used: readonly Prefix[]): Prefix[] {
  const taken = outermost(used);
  const free: Prefix[] = [];
  for (const prefix of outermost(space)) {
    const start = firstIndexWhere(taken, (item) => !endsBefore(item, prefix));
    const end = firstIndexWhere(taken, (item) => endsBefore(prefix, item), start);
    collectFree(prefix, taken, start, end, free);
  }

  return free;
}

/** The lowest free block of exactly that length, of any family unless one is named. */
export function nextFreeBlock(
  space: readonly Prefix[],
  used: readonly Prefix[],
  length: number,
  family?: Family,
): Prefix | undefined {
  const block = freeBlocks(space, used).find(
    (block) =>
      (family === undefined || block.family === family) &&
      block.length <= length &&
      length <= addressBits(block.family),
  );

  return block && prefixOf(firstAddress(block), length);
}

/** Halves the block until each part is wholly free or wholly taken; `taken[start..end)` are those that overlap it. */
function collectFree(
  block: Prefix,
  taken: readonly Prefix[],
  start: number,
  end: number,
  free: Prefix[],
): void {
  const item = start < end ? taken[start] : undefined;
  if (item === undefined) {
    free.push(block);
  } else if (!contains(item, block)) {
    const [lower, upper] = halvesOf(block);
    const middle = firstIndexWhere(taken, (item) => item[first] >= upper[first], start, end);
    collectFree(lower, taken, start, middle, free);
    collectFree(upper, taken, middle, end, free);
  }
}

function endsBefore(a: Prefix, b: Prefix): boolean {
  return a.family === b.family ? a[last] < b[first] : a.family < b.family;
}
