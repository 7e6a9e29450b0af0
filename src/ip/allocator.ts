import { addressBits, type Family } from "./family.ts";
import { firstIndexWhere } from "./first-index-where.ts";
import { freeBlocks } from "./free-blocks.ts";
import { first, firstAddress, type Prefix, prefixOf } from "./prefix.ts";
import { comparePrefixes, contains } from "./prefix-relations.ts";
import { halvesOf } from "./split.ts";

/** Hands out blocks of a space, never an address twice. Answers depend on nothing but the calls and their order. */
export interface Allocator {
  /** The lowest free block of exactly that length, of any family unless one is named; the same as `nextFreeBlock`. */
  take(length: number, family?: Family): Prefix | undefined;

  /** False, and nothing taken, unless all of the prefix is free and inside one prefix of the space. */
  takeExact(prefix: Prefix): boolean;

  /** What is left, as `freeBlocks` gives it. */
  free(): Prefix[];
}

/** The free blocks of one length, highest address first. */
interface Shelf {
  readonly length: number;
  readonly blocks: Prefix[];
}

/**
 * Buddy allocation. `take` splits the block with the lowest address, so both what it removes and what it leaves over
 * are at the ends of the shelves' arrays, and no heap is needed.
 */
export function createAllocator(space: readonly Prefix[], used: readonly Prefix[]): Allocator {
  const shelves = { 4: emptyShelves(4), 6: emptyShelves(6) };
  for (const block of freeBlocks(space, used).toReversed()) shelve(block);

  return { take, takeExact, free };

  function take(length: number, family?: Family): Prefix | undefined {
    if (family === undefined) return take(length, 4) ?? take(length, 6);

    const block = lowestBlock(shelves[family], length);
    if (block === undefined) return undefined;

    const taken = prefixOf(firstAddress(block), length);
    if (taken !== undefined) carve(block, taken);
    return taken;
  }

  function takeExact(prefix: Prefix): boolean {
    const block = blockAround(shelves[prefix.family], prefix);
    if (block === undefined) return false;

    carve(block, prefix);
    return true;
  }

  function free(): Prefix[] {
    return [...shelves[4], ...shelves[6]].flatMap((shelf) => shelf.blocks).sort(comparePrefixes);
  }

  /** Puts back all of the free block but the part that is taken. */
  function carve(block: Prefix, taken: Prefix): void {
    unshelve(block);
    let rest = block;
    while (rest.length < taken.length) {
      const [lower, upper] = halvesOf(rest);
      const isLower = contains(lower, taken);
      shelve(isLower ? upper : lower);
      rest = isLower ? lower : upper;
    }
  }

  function shelve(block: Prefix): void {
    const blocks = shelves[block.family][block.length]?.blocks;
    blocks?.splice(placeOf(block, blocks), 0, block);
  }

  function unshelve(block: Prefix): void {
    const blocks = shelves[block.family][block.length]?.blocks;
    blocks?.splice(placeOf(block, blocks), 1);
  }
}

function emptyShelves(family: Family): readonly Shelf[] {
  return Array.from({ length: addressBits(family) + 1 }, (_, length) => ({ length, blocks: [] }));
}

function lowestBlock(shelves: readonly Shelf[], length: number): Prefix | undefined {
  let lowest: Prefix | undefined;
  for (const shelf of shelves) {
    if (shelf.length > length) break;
    const block = shelf.blocks.at(-1);
    if (block !== undefined && (lowest === undefined || block[first] < lowest[first])) lowest = block;
  }

  return lowest;
}

function blockAround(shelves: readonly Shelf[], prefix: Prefix): Prefix | undefined {
  for (const shelf of shelves.slice(0, prefix.length + 1)) {
    const block = shelf.blocks[placeOf(prefix, shelf.blocks)];
    if (block !== undefined && contains(block, prefix)) return block;
  }

  return undefined;
}

function placeOf(prefix: Prefix, blocks: readonly Prefix[]): number {
  return firstIndexWhere(blocks, (block) => block[first] <= prefix[first]);
}
