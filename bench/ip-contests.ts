import {
  type Address,
  addressAt,
  createAllocator,
  createPrefixTable,
  nextFreeBlock,
  overlappingPairs,
  type Prefix,
  split,
} from "../src/ip/index.ts";
import {
  containsAddressByRange,
  matchesByFilter,
  nextFreeBlockBySearch,
  overlappingPairsByTrying,
  prefix,
} from "../test/oracles/ip.ts";

/** The same question put to both; `answers` of the two must agree, or the faster one is merely wrong. */
export interface Contest {
  readonly name: string;
  readonly fast: () => number;
  readonly slow: () => number;
}

export const contests: readonly Contest[] = [
  ...[100, 1000].map(lookup),
  ...[100, 1000].map(overlaps),
  ...[100, 1000].map(allocation),
  searchOfSmallSpace(),
];

/** Every network of /24, and every sixteenth also inside a /20: what a route table looks like. */
function tableOf(count: number): readonly (readonly [Prefix, number])[] {
  return prefixesOf(count).map((prefix, index) => [prefix, index]);
}

function prefixesOf(count: number): readonly Prefix[] {
  const space = prefix("10.0.0.0/8");
  const networks = [...split(space, 24)].slice(0, count);
  const summaries = [...split(space, 20)].slice(0, Math.floor(count / 16));
  return [...networks, ...summaries];
}

function lookup(count: number): Contest {
  const entries = tableOf(count);
  const table = createPrefixTable(entries);
  const packets: readonly Address[] = entries.slice(0, 50).flatMap(([prefix]) => addressAt(prefix, 7) ?? []);
  const sum = (answer: (packet: Address) => number | undefined) => {
    let total = 0;
    for (const packet of packets) total += answer(packet) ?? 0;
    return total;
  };
  return {
    name: `longest prefix of ${count.toLocaleString("en")}, 50 packets`,
    fast: () => sum((packet) => table.lookup(packet)?.value),
    slow: () =>
      sum((packet) => matchesByFilter(entries, (prefix) => containsAddressByRange(prefix, packet))[0]?.value),
  };
}

function overlaps(count: number): Contest {
  const entries = prefixesOf(count).map((prefix, value) => ({ prefix, value }));
  return {
    name: `overlapping pairs of ${count.toLocaleString("en")}`,
    fast: () => [...overlappingPairs(entries)].length,
    slow: () => overlappingPairsByTrying(entries).length,
  };
}

/** The oracle here is our own `nextFreeBlock`, asked anew each time: the one that searches knows small spaces only. */
function allocation(count: number): Contest {
  const space = [prefix("10.0.0.0/8")];
  const lengths = Array.from({ length: count }, (_, index) => 22 + (index % 5));
  return {
    name: `${count.toLocaleString("en")} ranges given out`,
    fast: () => {
      const allocator = createAllocator(space, []);
      return lengths.filter((length) => allocator.take(length)).length;
    },
    slow: () => {
      const used: Prefix[] = [];
      for (const length of lengths) used.push(...[nextFreeBlock(space, used, length) ?? []].flat());
      return used.length;
    },
  };
}

function searchOfSmallSpace(): Contest {
  const space = [prefix("10.0.0.0/27")];
  const used = [prefix("10.0.0.8/30"), prefix("10.0.0.21/32")];
  const lengths = [29, 30, 31, 32, 30, 29];
  return {
    name: "6 ranges of a /27, by search",
    fast: () => {
      const allocator = createAllocator(space, used);
      return lengths.filter((length) => allocator.take(length)).length;
    },
    slow: () => {
      const taken = [...used];
      for (const length of lengths) taken.push(...[nextFreeBlockBySearch(space, taken, length) ?? []].flat());
      return taken.length - used.length;
    },
  };
}
