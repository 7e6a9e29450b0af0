import {
  comparePrefixes,
  createPrefixTable,
  type Family,
  formatPrefix,
  overlaps,
  type Prefix,
  split,
} from "../../ip/index.ts";
import type { RegionBlock } from "../../model/address-plan.ts";
import type { FixedRange } from "./fixed-ranges.ts";

/** The blocks of the shared pools that no region has yet. */
export interface BlockCandidates {
  /**
   * Those that may hold a range of this length: fewest networks of other regions in them first, then most of this
   * one, then the lowest.
   */
  inOrder(region: string, length: number, family: Family): readonly Prefix[];
  /** A region has it now. */
  remove(block: Prefix): void;
  /** It has no room for a range of this length, and will have none later. */
  markFull(block: Prefix, length: number): void;
}

interface Candidate {
  readonly prefix: Prefix;
  /** How many fixed networks of each region lie in it. */
  readonly networks: ReadonlyMap<string, number>;
}

export function createCandidates(
  shared: readonly Prefix[],
  fixed: readonly FixedRange[],
  kept: readonly RegionBlock[],
  regionCount: number,
): BlockCandidates {
  const table = createPrefixTable(byPrefix(fixed));
  const full = new Map<Prefix, number>();
  const open = new Set(
    shared
      .flatMap((pool) => [...split(pool, blockLength(pool, regionCount))])
      .filter((prefix) => !kept.some((block) => overlaps(block.prefix, prefix)))
      .map(
        (prefix): Candidate => ({
          prefix,
          networks: countByRegion(table.inside(prefix).flatMap(({ value }) => value)),
        }),
      ),
  );

  return {
    inOrder: (region, length, family) =>
      [...open]
        .filter(
          ({ prefix }) =>
            prefix.family === family && prefix.length <= length && length > (full.get(prefix) ?? -1),
        )
        .sort((a, b) => compareFor(region, a, b))
        .map(({ prefix }) => prefix),
    remove(block) {
      for (const candidate of open) if (candidate.prefix === block) open.delete(candidate);
    },
    markFull: (block, length) => full.set(block, length),
  };
}

/** Networks that are apart may have the very same range; a table holds one value for each. */
function byPrefix(fixed: readonly FixedRange[]): readonly (readonly [Prefix, readonly FixedRange[]])[] {
  const groups = new Map<string, { readonly prefix: Prefix; readonly ranges: FixedRange[] }>();
  for (const range of fixed) {
    const group = groups.get(formatPrefix(range.prefix)) ?? { prefix: range.prefix, ranges: [] };
    group.ranges.push(range);
    groups.set(formatPrefix(range.prefix), group);
  }
  return [...groups.values()].map(({ prefix, ranges }) => [prefix, ranges] as const);
}

/** A pool is cut into four, or into as many as there are twice as many regions: room for those to come. */
function blockLength(pool: Prefix, regionCount: number): number {
  return pool.length + Math.max(2, Math.ceil(Math.log2(regionCount * 2)));
}

function countByRegion(ranges: readonly FixedRange[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { region } of ranges)
    if (region !== undefined) counts.set(region, (counts.get(region) ?? 0) + 1);
  return counts;
}

function compareFor(region: string, a: Candidate, b: Candidate): number {
  return (
    foreignIn(a, region) - foreignIn(b, region) ||
    ownIn(b, region) - ownIn(a, region) ||
    comparePrefixes(a.prefix, b.prefix)
  );
}

function ownIn({ networks }: Candidate, region: string): number {
  return networks.get(region) ?? 0;
}

function foreignIn(candidate: Candidate, region: string): number {
  let all = 0;
  for (const count of candidate.networks.values()) all += count;
  return all - ownIn(candidate, region);
}
