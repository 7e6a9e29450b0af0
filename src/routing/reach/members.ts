import {
  type Address,
  comparePrefixes,
  createPrefixTable,
  type Prefix,
  type PrefixTable,
} from "../../ip/index.ts";
import type { Node, NodeId, Topology } from "../../model/topology.ts";
import type { World } from "../trace/world.ts";
import { longerWithin } from "./sorted-prefixes.ts";

/** Of all networks at once: who has what. */
export interface Members {
  readonly prefixes: readonly Prefix[];
  /** Those of them inside a prefix and longer. */
  within(prefix: Prefix): readonly Prefix[];
  /** Of each network that has a member there, the one with the longest match; several where they claim the same. */
  holdersOf(address: Address): readonly Holding[];
}

export interface Holding {
  readonly network: NodeId;
  readonly nodes: readonly Node[];
}

const known = new WeakMap<Topology, Members>();

/** Whatever is down: once for each topology. */
export function membersOf({ topology, index }: World): Members {
  const members = known.get(topology) ?? findMembers(index.nodes);
  known.set(topology, members);
  return members;
}

function findMembers(nodes: readonly Node[]): Members {
  const { prefixes, byPrefix } = createTable(nodes);
  return {
    prefixes,
    within: (prefix) => longerWithin(prefixes, prefix),
    holdersOf(address) {
      const [longest, ...others] = byPrefix.lookupAll(address).map(({ value }) => value);
      if (!longest || others.length === 0) return longest ?? [];

      const found = new Map(longest.map((holding) => [holding.network, holding]));
      for (const holding of others.flat())
        if (!found.has(holding.network)) found.set(holding.network, holding);
      return [...found.values()];
    },
  };
}

interface MemberTable {
  readonly prefixes: readonly Prefix[];
  readonly byPrefix: PrefixTable<readonly Holding[]>;
}

/** `nodes` in the order that the tracer has them in. */
function createTable(nodes: readonly Node[]): MemberTable {
  const claims: { readonly prefix: Prefix; readonly node: Node }[] = [];
  for (const node of nodes)
    if (node.within !== undefined) for (const prefix of node.prefixes) claims.push({ prefix, node });
  claims.sort((a, b) => comparePrefixes(a.prefix, b.prefix));

  const groups: [Prefix, Node[]][] = [];
  for (const { prefix, node } of claims) {
    const last = groups.at(-1);
    if (last && comparePrefixes(last[0], prefix) === 0) last[1].push(node);
    else groups.push([prefix, [node]]);
  }
  const entries = groups.map(([prefix, nodes]) => [prefix, byNetwork(nodes)] as const);
  return { prefixes: groups.map(([prefix]) => prefix), byPrefix: createPrefixTable(entries) };
}

function byNetwork(nodes: readonly Node[]): readonly Holding[] {
  const [only, another] = nodes;
  if (only && !another) return [{ network: only.within ?? "", nodes }];

  const found = new Map<NodeId, Node[]>();
  for (const node of nodes) {
    const list = found.get(node.within ?? "");
    if (list) list.push(node);
    else found.set(node.within ?? "", [node]);
  }
  return [...found].map(([network, nodes]) => ({ network, nodes }));
}
