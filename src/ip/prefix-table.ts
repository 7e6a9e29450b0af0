import { type Address, family, value } from "./address.ts";
import { firstIndexWhere } from "./first-index-where.ts";
import { first, last, type Prefix } from "./prefix.ts";
import { comparePrefixes, contains, containsAddress, equals } from "./prefix-relations.ts";

export interface PrefixTableEntry<T> {
  readonly prefix: Prefix;
  readonly value: T;
}

/** Longest-prefix match, as a router does it. */
export interface PrefixTable<T> {
  /** The most specific entry that contains the address. */
  lookup(address: Address): PrefixTableEntry<T> | undefined;

  /** All entries that contain the address, most specific first. */
  lookupAll(address: Address): PrefixTableEntry<T>[];

  /** All entries that contain the prefix, itself among them, most specific first. */
  covering(prefix: Prefix): PrefixTableEntry<T>[];

  /** All entries inside the prefix, itself among them, in the order of `comparePrefixes`. */
  inside(prefix: Prefix): PrefixTableEntry<T>[];
}

/** An entry and the next less specific one around it, if there is one. */
interface Node<T> {
  readonly entry: PrefixTableEntry<T>;
  readonly parent: Node<T> | undefined;
}

/** The nodes of one family, sorted, and beside them their first addresses, packed for the search. */
interface Shard<T> {
  readonly nodes: readonly Node<T>[];
  readonly starts: ArrayLike<number | bigint>;
}

/**
 * A later entry replaces an earlier one with an equal prefix. Sorted once; what contains an address is then the last
 * prefix that starts at or before it, or one of that prefix's parents.
 */
export function createPrefixTable<T>(entries: Iterable<readonly [Prefix, T]>): PrefixTable<T> {
  const nodes = nestedNodes(entries);
  const firstOf6 = firstIndexWhere(nodes, (node) => node.entry.prefix.family === 6);
  const shards = { 4: createShard4(nodes.slice(0, firstOf6)), 6: createShard6(nodes.slice(firstOf6)) };

  return {
    lookup: (address) => nodeAround(address)?.entry,
    lookupAll: (address) => entriesFrom(nodeAround(address)),

    covering(prefix) {
      const { nodes } = shards[prefix.family];
      const after = firstIndexWhere(nodes, (node) => comparePrefixes(node.entry.prefix, prefix) > 0);
      let node = nodes[after - 1];
      while (node !== undefined && !contains(node.entry.prefix, prefix)) node = node.parent;
      return entriesFrom(node);
    },

    inside(prefix) {
      const { nodes } = shards[prefix.family];
      const start = firstIndexWhere(nodes, (node) => comparePrefixes(node.entry.prefix, prefix) >= 0);
      const end = firstIndexWhere(nodes, (node) => node.entry.prefix[first] > prefix[last], start);
      return nodes.slice(start, end).map((node) => node.entry);
    },
  };

  function nodeAround(address: Address): Node<T> | undefined {
    const { nodes, starts } = shards[address[family]];
    let node = nodes[firstIndexWhere(starts, (start) => start > address[value]) - 1];
    while (node !== undefined && !containsAddress(node.entry.prefix, address)) node = node.parent;
    return node;
  }
}

function nestedNodes<T>(entries: Iterable<readonly [Prefix, T]>): readonly Node<T>[] {
  const nodes: Node<T>[] = [];
  for (const [prefix, value] of Array.from(entries).sort((a, b) => comparePrefixes(a[0], b[0]))) {
    const previous = nodes.at(-1);
    if (previous !== undefined && equals(previous.entry.prefix, prefix)) nodes.pop();

    let parent = nodes.at(-1);
    while (parent !== undefined && !contains(parent.entry.prefix, prefix)) parent = parent.parent;
    nodes.push({ entry: { prefix, value }, parent });
  }

  return nodes;
}

function createShard4<T>(nodes: readonly Node<T>[]): Shard<T> {
  const starts = new Uint32Array(nodes.length);
  for (let index = 0; index < nodes.length; index++)
    starts[index] = Number(nodes[index]?.entry.prefix[first] ?? 0);

  return { nodes, starts };
}

function createShard6<T>(nodes: readonly Node<T>[]): Shard<T> {
  return { nodes, starts: nodes.map((node) => node.entry.prefix[first]) };
}

function entriesFrom<T>(node: Node<T> | undefined): PrefixTableEntry<T>[] {
  const entries: PrefixTableEntry<T>[] = [];
  for (let next = node; next !== undefined; next = next.parent) entries.push(next.entry);

  return entries;
}
