import { comparePrefixes, createPrefixTable, type Prefix, type PrefixTable } from "../../ip/index.ts";
import type { Node, NodeId, Topology } from "../../model/topology.ts";
import type { World } from "../trace/world.ts";

/** Of all networks at once: who has what. */
export interface Members {
  readonly prefixes: readonly Prefix[];
  /** Of each network that has a member there, the one with the longest match; several where they claim the same. */
  holdersAround(prefix: Prefix): readonly Holding[];
}

export interface Holding {
  readonly network: NodeId;
  readonly nodes: readonly Node[];
}

const known = new WeakMap<Topology, Members>();

/** Whatever is down: once for each topology. */
export function membersOf({ topology }: World): Members {
  const members = known.get(topology) ?? findMembers(topology);
  known.set(topology, members);
  return members;
}

function findMembers(topology: Topology): Members {
  const table = createTable(topology.nodes.values());
  return {
    prefixes: table.prefixes,
    holdersAround(prefix) {
      const found = new Map<NodeId, readonly Node[]>();
      for (const { value } of table.byPrefix.covering(prefix)) {
        for (const { network, nodes } of value) if (!found.has(network)) found.set(network, nodes);
      }
      return [...found].map(([network, nodes]) => ({ network, nodes }));
    },
  };
}

interface MemberTable {
  readonly prefixes: readonly Prefix[];
  readonly byPrefix: PrefixTable<readonly Holding[]>;
}

/** In the order that the tracer has them in: by their ids. */
function createTable(nodes: Iterable<Node>): MemberTable {
  const claims = [...nodes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((node) => (node.within === undefined ? [] : node.prefixes.map((prefix) => ({ prefix, node }))))
    .sort((a, b) => comparePrefixes(a.prefix, b.prefix));
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
  const found = new Map<NodeId, Node[]>();
  for (const node of nodes) {
    const list = found.get(node.within ?? "");
    if (list) list.push(node);
    else found.set(node.within ?? "", [node]);
  }
  return [...found].map(([network, nodes]) => ({ network, nodes }));
}
