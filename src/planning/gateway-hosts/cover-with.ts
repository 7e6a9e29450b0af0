import type { BlockTable } from "./block-tables.ts";
import type { Layout } from "./exact-layout.ts";
import { type Measure, weigh } from "./measure.ts";
import type { Part } from "./split-parts.ts";

/**
 * The hosts of all clients, lightest first and then by name; `undefined` where every way is refused. Weights and ranks
 * are sums over hosts, so the best way to serve a set is made of best ways to serve its parts.
 */
export function coverWith(
  part: Part,
  { open, shared }: Layout,
  tables: readonly BlockTable[],
  by: Measure,
): number[] | undefined {
  const sizes = 2 ** open.length;
  const best: Ways = { weights: new Float64Array(sizes).fill(Infinity), ranks: new Float64Array(sizes) };
  best.weights[0] = 0;
  const chosen = tables.slice(0, shared.length).map((table) => serve(table, best, by));
  const last = finish(tables.slice(shared.length), best, open.length, by);
  if (!last) return undefined;

  const hosts = part.clients.map(({ options: [first] }) => first?.at ?? -1);
  for (const [bit, at] of last.alone) hosts[open[bit] ?? -1] = at;
  let set = last.set;
  for (let place = shared.length - 1; place >= 0; place--) {
    const table = tables[place];
    const block = table?.sets[chosen[place]?.[set] ?? 0] ?? 0;
    for (const [bit, client] of open.entries()) if ((block >> bit) & 1) hosts[client] = table?.at ?? -1;
    set ^= block;
  }
  return hosts;
}

/** By set of open clients that are served. */
interface Ways {
  readonly weights: Float64Array;
  readonly ranks: Float64Array;
}

/** Lets one more host serve: answers which of its sets it serves in the best way to serve each set. */
function serve(table: BlockTable, { weights, ranks }: Ways, by: Measure): Int32Array {
  const blocks = Float64Array.from(table.costs, (cost) => weigh(cost, by));
  const chosen = new Int32Array(weights.length);
  const { sets, ranks: blockRanks, self } = table;
  const step = self ? 1 : 0;
  // Downwards: what is added to a set goes to greater ones, which have been read by then.
  for (let set = weights.length - 1; set >= 0; set--) {
    const weight = weights[set] ?? Infinity;
    if (weight === Infinity) continue;
    const rank = ranks[set] ?? 0;
    if (table.isFixed) weights[set] = weight + (blocks[0] ?? Infinity);
    const free = freeGuests(table, set);
    if (self && free % 2 === 0) continue;
    for (let rest = free - step; ; rest = (rest - 1) & (free - step)) {
      const block = rest + step;
      if (block === 0) break;
      const target = set | (sets[block] ?? 0);
      const sum = weight + (blocks[block] ?? Infinity);
      const before = weights[target] ?? Infinity;
      if (sum <= before && sum < Infinity) {
        const sumOfRanks = rank + (blockRanks[block] ?? 0);
        if (sum < before || sumOfRanks < (ranks[target] ?? 0)) {
          weights[target] = sum;
          ranks[target] = sumOfRanks;
          chosen[target] = block;
        }
      }
      if (rest === 0) break;
    }
  }
  return chosen;
}

function freeGuests({ guests }: BlockTable, set: number): number {
  let free = 0;
  for (let place = 0; place < guests.length; place++)
    if (((set >> (guests[place] ?? 0)) & 1) === 0) free |= 1 << place;
  return free;
}

/** What the shared hosts leave over is served by hosts that nobody else could use. */
function finish(alone: readonly BlockTable[], { weights, ranks }: Ways, count: number, by: Measure) {
  const own = Array.from({ length: count }, () => ({ at: -1, weight: Infinity, rank: 0 }));
  for (const { at, guests, costs, ranks: blockRanks } of alone) {
    const bit = guests[0] ?? 0;
    const weight = weigh(costs[1], by);
    const rank = blockRanks[1] ?? 0;
    const before = own[bit];
    if (before && (weight < before.weight || (weight === before.weight && rank < before.rank)))
      own[bit] = { at, weight, rank };
  }
  let best = { set: -1, weight: Infinity, rank: 0 };
  for (let set = 0; set < weights.length; set++) {
    let weight = weights[set] ?? Infinity;
    let rank = ranks[set] ?? 0;
    for (let bit = 0; bit < count && weight < Infinity; bit++) {
      if ((set >> bit) & 1) continue;
      weight += own[bit]?.weight ?? Infinity;
      rank += own[bit]?.rank ?? 0;
    }
    if (weight < best.weight || (weight === best.weight && rank < best.rank)) best = { set, weight, rank };
  }
  if (best.weight === Infinity) return undefined;
  const left = [...own.entries()].filter(([bit]) => ((best.set >> bit) & 1) === 0);
  return { set: best.set, alone: left.map(([bit, { at }]) => [bit, at] as const) };
}
