import {
  type Allocator,
  comparePrefixes,
  createAllocator,
  createPrefixTable,
  type Family,
  type Prefix,
  subtract,
} from "../../ip/index.ts";
import type { RegionBlock } from "../../model/address-plan.ts";
import type { AddressPool } from "../../model/intent.ts";
import { createCandidates } from "./block-candidates.ts";
import type { FixedRange } from "./fixed-ranges.ts";

/**
 * The pools, handed out region by region. A pool without a region is cut into blocks, one or more to a region, so
 * that all networks of a region are told by few prefixes.
 */
export interface RegionSpace {
  /**
   * The lowest free range of this length, from the region's own blocks where they have room; from anywhere that the
   * region may take from where they have not. `undefined` only where no such range is free.
   */
  take(region: string, length: number, family: Family): Prefix | undefined;
  /** In the order of the alphabet, lowest first. */
  blocks(): readonly RegionBlock[];
}

interface Area extends RegionBlock {
  readonly allocator: Allocator;
}

export function createRegionSpace(
  pools: readonly AddressPool[],
  used: readonly Prefix[],
  fixed: readonly FixedRange[],
  kept: readonly RegionBlock[],
  regionCount: number,
): RegionSpace {
  const usedTable = createPrefixTable(used.map((prefix) => [prefix, prefix]));
  const shared = pools.filter((pool) => pool.region === undefined).map((pool) => pool.prefix);
  const candidates = createCandidates(shared, fixed, kept, regionCount);
  /** What was taken outside every area: areas made later must leave it alone. */
  const loose: Prefix[] = [];
  const full = new Map<string, number>();

  let own = pools.flatMap(({ region, prefix }) => (region === undefined ? [] : areaOf(region, prefix)));
  let blocks = kept.map(({ region, prefix }) => areaOf(region, prefix));
  let rest: Allocator | undefined;

  return {
    take(region, length, family) {
      const key = `${family} ${region}`;
      if (length <= (full.get(key) ?? -1)) return undefined;

      const prefix =
        takeFrom([...own, ...blocks].filter((area) => area.region === region)) ??
        takeFromFresh() ??
        takeFromRest() ??
        takeFrom(blocks.filter((area) => area.region !== region).toSorted(lastRegionFirst)) ??
        takeFromAll();
      if (!prefix) full.set(key, length);
      return prefix;

      function takeFrom(areas: readonly Area[]): Prefix | undefined {
        for (const { allocator, prefix: area } of areas) {
          const taken =
            area.family === family && area.length <= length ? allocator.take(length, family) : undefined;
          if (taken) return taken;
        }
        return undefined;
      }

      function takeFromFresh(): Prefix | undefined {
        for (const block of candidates.inOrder(region, length, family)) {
          const area = areaOf(region, block);
          const taken = area.allocator.take(length, family);
          if (!taken) {
            candidates.markFull(block, length);
            continue;
          }
          blocks.push(area);
          candidates.remove(block);
          rest = undefined;
          return taken;
        }
        return undefined;
      }

      function takeFromRest(): Prefix | undefined {
        rest ??= createAllocator(shared, [...used, ...loose, ...blocks.map((block) => block.prefix)]);
        const taken = rest.take(length, family);
        if (taken) loose.push(taken);
        return taken;
      }

      /** Across the borders of blocks from which nothing was taken yet. */
      function takeFromAll(): Prefix | undefined {
        const taken = [...own, ...blocks].flatMap((area) => takenFrom(area));
        const mine = own.filter((area) => area.region === region).map((area) => area.prefix);
        const prefix = createAllocator([...shared, ...mine], [...used, ...loose, ...taken]).take(
          length,
          family,
        );
        if (!prefix) return undefined;

        loose.push(prefix);
        own = own.map((area) => areaOf(area.region, area.prefix, takenFrom(area)));
        blocks = blocks.map((area) => areaOf(area.region, area.prefix, takenFrom(area)));
        rest = undefined;
        return prefix;
      }
    },

    blocks: () =>
      blocks
        .map(({ region, prefix }): RegionBlock => ({ region, prefix }))
        .sort((a, b) =>
          a.region < b.region ? -1 : a.region > b.region ? 1 : comparePrefixes(a.prefix, b.prefix),
        ),
  };

  function areaOf(region: string, prefix: Prefix, taken: readonly Prefix[] = []): Area {
    const around = [...usedTable.covering(prefix), ...usedTable.inside(prefix)].map((entry) => entry.prefix);
    return { region, prefix, allocator: createAllocator([prefix], [...around, ...loose, ...taken]) };
  }
}

function takenFrom({ prefix, allocator }: Area): readonly Prefix[] {
  return subtract(prefix, allocator.free());
}

/** The first regions of the alphabet are the last to be taken from. */
function lastRegionFirst(a: Area, b: Area): number {
  return a.region < b.region ? 1 : a.region > b.region ? -1 : comparePrefixes(a.prefix, b.prefix);
}
