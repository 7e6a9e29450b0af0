import type { BlockCost, Cost } from "./block-cost.ts";
import { digitsOf, type Layout, type SharedHost } from "./exact-layout.ts";
import type { Part } from "./split-parts.ts";

/** All sets of clients that could meet at one host; a set is a number with a bit for each of the host's guests. */
export interface BlockTable {
  readonly at: number;
  readonly self: boolean;
  /** It stands even for the empty set. */
  readonly isFixed: boolean;
  /** Bits of open clients. */
  readonly guests: readonly number[];
  /** The same set with the bits of open clients. */
  readonly sets: Int32Array;
  /** Refused, or not possible: absent. */
  readonly costs: readonly (Cost | undefined)[];
  /** The set's part of the number that orders choices by name. */
  readonly ranks: Float64Array;
}

export function blockTables(part: Part, layout: Layout, costOf: BlockCost): BlockTable[] {
  const digits = digitsOf(part, layout);
  const alone = layout.alone.flatMap((hosts, bit) =>
    hosts.map((at): SharedHost => ({ at, fixed: [], guests: [bit], self: true })),
  );
  return [...layout.shared, ...alone].map((host) => tableOf(host, layout, digits, costOf));
}

function tableOf(
  host: SharedHost,
  { open }: Layout,
  digits: readonly ((at: number) => number)[],
  costOf: BlockCost,
): BlockTable {
  const { at, fixed, guests, self } = host;
  const size = 2 ** guests.length;
  const sets = new Int32Array(size);
  const ranks = new Float64Array(size);
  const costs: (Cost | undefined)[] = [];
  const values = guests.map((bit) => digits[bit]?.(at) ?? 0);
  for (let set = 0; set < size; set++) {
    if (set > 0) {
      const lowest = 31 - Math.clz32(set & -set);
      const rest = set & (set - 1);
      sets[set] = (sets[rest] ?? 0) | (1 << (guests[lowest] ?? 0));
      ranks[set] = (ranks[rest] ?? 0) + (values[lowest] ?? 0);
    }
    const isPossible = !self || set % 2 === 1 || set === 0;
    costs.push(isPossible ? costOf(at, membersOf(fixed, open, sets[set] ?? 0)) : undefined);
  }
  return { at, self, isFixed: fixed.length > 0, guests, sets, costs, ranks };
}

function membersOf(fixed: readonly number[], open: readonly number[], set: number): number[] {
  const members = open.filter((_, bit) => (set >> bit) & 1);
  return fixed.length === 0 ? members : [...fixed, ...members].sort((a, b) => a - b);
}
