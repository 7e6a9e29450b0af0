import { createPrefixTable, formatPrefix, type Prefix, type PrefixTable } from "../../ip/index.ts";
import type { Gap, Link, Node, NodeId, TableId, Topology } from "../../model/topology.ts";

/** What a trace looks for, found once for each topology, so that no step goes through a list. */
export interface TopologyIndex {
  /** In the order of their ids. */
  readonly nodes: readonly Node[];
  /** Of a network, several where they claim one prefix; `undefined` where it has none. */
  membersOf(network: NodeId): PrefixTable<readonly Node[]> | undefined;
  readonly links: ReadonlyMap<NodeId, readonly Link[]>;
  /** By one end and the other, in either order: ids are long, and one key of two would be made for every question. */
  readonly linksBetween: ReadonlyMap<NodeId, ReadonlyMap<NodeId, readonly Link[]>>;
  /** A short name for a table's id. */
  numberOfTable(table: TableId): number;
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
  /** By what the elements stand in: of a route, the list of its table's routes. */
  readonly gapsInside: ReadonlyMap<string, readonly Gap[]>;
  /** Networks, sites and whatever else stands in nothing. */
  readonly networks: PrefixTable<Node>;
}

const known = new WeakMap<Topology, TopologyIndex>();

export function indexOf(topology: Topology): TopologyIndex {
  const index = known.get(topology) ?? createIndex(topology);
  known.set(topology, index);
  return index;
}

function createIndex(topology: Topology): TopologyIndex {
  const nodes = inOrder(topology.nodes.values());
  const links = new Map<NodeId, Link[]>();
  const linksBetween = new Map<NodeId, Map<NodeId, Link[]>>();
  const tableNumbers = new Map<TableId, number>();
  for (const link of inOrder(topology.links.values())) {
    for (const { node } of link.ends) addTo(links, node, link);
    addBetween(linksBetween, link.ends[0].node, link.ends[1].node, link);
  }
  const outermost = nodes.filter((node) => node.within === undefined || node.within === node.id);

  return {
    nodes,
    membersOf: membersByNetwork(nodes),
    links,
    linksBetween,
    numberOfTable(table) {
      const number = tableNumbers.get(table) ?? tableNumbers.size;
      tableNumbers.set(table, number);
      return number;
    },
    gaps: gapsByElement(topology.gaps),
    gapsInside: gapsByElement(topology.gaps, (element) => element.slice(0, element.lastIndexOf("/"))),
    networks: createPrefixTable(outermost.flatMap((node) => node.prefixes.map((prefix) => [prefix, node]))),
  };
}

/** The same topology in any order is answered the same. */
function inOrder<T extends { readonly id: string }>(parts: Iterable<T>): readonly T[] {
  return [...parts].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

function addBetween(between: Map<NodeId, Map<NodeId, Link[]>>, a: NodeId, b: NodeId, link: Link): void {
  for (const [one, other] of a === b ? [[a, b] as const] : [[a, b] as const, [b, a] as const]) {
    const known = between.get(one) ?? new Map<NodeId, Link[]>();
    between.set(one, known);
    addTo(known, other, link);
  }
}

export function gapsByElement(
  gaps: readonly Gap[],
  keyOf: (element: string) => string = (element) => element,
): ReadonlyMap<string, readonly Gap[]> {
  const byElement = new Map<string, Gap[]>();
  for (const gap of gaps) {
    for (const element of gap.about) addTo(byElement, keyOf(element), gap);
  }
  return byElement;
}

/** A trace meets few of the networks: their tables are made when they are met. */
function membersByNetwork(nodes: readonly Node[]): TopologyIndex["membersOf"] {
  const byNetwork = new Map<NodeId, Node[]>();
  for (const node of nodes) {
    if (node.within !== undefined) addTo(byNetwork, node.within, node);
  }
  const tables = new Map<NodeId, PrefixTable<readonly Node[]>>();
  return (network) => {
    const members = byNetwork.get(network);
    if (!members) return undefined;

    const table = tables.get(network) ?? createPrefixTable(byPrefix(members));
    tables.set(network, table);
    return table;
  };
}

function byPrefix(members: readonly Node[]): Iterable<readonly [Prefix, readonly Node[]]> {
  const claims = new Map<string, [Prefix, Node[]]>();
  for (const node of members) {
    for (const prefix of node.prefixes) {
      const claim = claims.get(formatPrefix(prefix));
      if (claim) claim[1].push(node);
      else claims.set(formatPrefix(prefix), [prefix, [node]]);
    }
  }
  return claims.values();
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
