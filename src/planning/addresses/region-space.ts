import { type Allocator, comparePrefixes, contains, createAllocator, overlaps, type Prefix, split } from "../../ip/index.ts";
import type { RegionBlock } from "../../model/address-plan.ts";
import type { AddressPool } from "../../model/intent.ts";
import type { FixedRange } from "./fixed-ranges.ts";

/**
 * The pools, handed out region by region. A pool without a region is cut into blocks, one or more to a region, so
 * that all networks of a region are told by few prefixes.
 */
export interface RegionSpace {
  /** The lowest free range of this length, from the region's own blocks where they have room. */
  take(region: string, length: number, family: 4 | 6): Prefix | undefined;
  /** In the order of the alphabet, lowest first. */
  blocks(): readonly RegionBlock[];
}

/** A pool is cut into four, or into as many as there are twice as many regions: room for those to come. */
function blockLength(pool: Prefix, regionCount: number): number {
  return pool.length + Math.max(2, Math.ceil(Math.log2(Math.max(1, regionCount) * 2)));
}

export function createRegionSpace(
  pools: readonly AddressPool[],
  used: readonly Prefix[],
  fixed: readonly FixedRange[],
  kept: readonly RegionBlock[],
  regionCount: number,
): RegionSpace {
  const blocks: RegionBlock[] = [...kept];
  const allocators = new Map<string, Allocator[]>();
  const shared = pools.filter((pool) => pool.region === undefined).map((pool) => pool.prefix);

  const own = (region: string): Allocator[] => {
    const known = allocators.get(region);
    if (known) return known;

    const spaces = [
      ...pools.filter((pool) => pool.region === region).map((pool) => pool.prefix),
      ...blocks.filter((block) => block.region === region).map((block) => block.prefix),
    ];
    const made = spaces.map((space) => createAllocator([space], used));
    allocators.set(region, made);
    return made;
  };

  const addBlock = (region: string, length: number, family: 4 | 6): Allocator | undefined => {
    const block = freshBlock(shared, blocks, fixed, region, length, family, regionCount);
    if (!block) return undefined;

    const allocator = createAllocator([block], used);
    blocks.push({ region, prefix: block });
    own(region).push(allocator);
    return allocator;
  };

  let rest: Allocator | undefined;
  return {
    take(region, length, family) {
      for (const allocator of own(region)) {
        const prefix = allocator.take(length, family);
        if (prefix) return prefix;
      }
      for (let block = addBlock(region, length, family); block; block = addBlock(region, length, family)) {
        const prefix = block.take(length, family);
        if (prefix) return prefix;
      }
      rest ??= createAllocator(shared, [...used, ...blocks.map((block) => block.prefix)]);
      return rest.take(length, family) ?? takeFromOthers(allocators, pools, region, length, family);
    },
    blocks: () =>
      blocks.toSorted((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : comparePrefixes(a.prefix, b.prefix))),
  };
}

/** Rather in another region's block than not at all; never from a pool that a person gave to another region. */
function takeFromOthers(
  allocators: ReadonlyMap<string, readonly Allocator[]>,
  pools: readonly AddressPool[],
  region: string,
  length: number,
  family: 4 | 6,
): Prefix | undefined {
  const reserved = new Set(pools.flatMap((pool) => pool.region ?? []));
  for (const [other, list] of [...allocators].sort(([a], [b]) => (a < b ? 1 : -1))) {
    if (other === region || reserved.has(other)) continue;
    for (const allocator of list) {
      const prefix = allocator.take(length, family);
      if (prefix) return prefix;
    }
  }
  return undefined;
}

/** The block with the fewest fixed ranges of other regions in it, then the most of this one, then the lowest. */
function freshBlock(
  shared: readonly Prefix[],
  blocks: readonly RegionBlock[],
  fixed: readonly FixedRange[],
  region: string,
  length: number,
  family: 4 | 6,
  regionCount: number,
): Prefix | undefined {
  let best: { prefix: Prefix; foreign: number; own: number } | undefined;
  for (const pool of shared) {
    const size = blockLength(pool, regionCount);
    if (pool.family !== family || size > length) continue;
    for (const prefix of split(pool, size)) {
      if (blocks.some((block) => overlaps(block.prefix, prefix))) continue;
      const inside = fixed.filter((range) => overlaps(range.prefix, prefix) && !contains(range.prefix, prefix));
      const own = inside.filter((range) => range.region === region).length;
      const foreign = inside.filter((range) => range.region !== undefined && range.region !== region).length;
      if (!best || foreign < best.foreign || (foreign === best.foreign && own > best.own)) best = { prefix, foreign, own };
    }
  }
  return best?.prefix;
}
