import { contains, overlaps, type Prefix } from "../ip/index.ts";
import type { Node, NodeId, Topology } from "../model/topology.ts";

/** Text, equal for endpoints whose packets go the same ways: subnets of one network that differ in filters alone. */
export type WayKindOf = (endpoint: NodeId) => string | undefined;

/** Told of networks with nothing but subnets in them, which no route, link or range cuts; `undefined` of all others. */
export function createWayKinds(topology: Topology): WayKindOf {
  const { nodes, tables } = topology;
  const crowded = new Set<NodeId>();
  for (const { within, role } of nodes.values())
    if (within !== undefined && role !== "subnet") crowded.add(within);
  const cuts = cutsOf(topology);
  const known = new Map<NodeId, boolean>();

  function isPlain(network: Node): boolean {
    const plain = known.get(network.id) ?? (!crowded.has(network.id) && !isCut(network.prefixes, cuts));
    known.set(network.id, plain);
    return plain;
  }

  return (endpoint) => {
    const node = nodes.get(endpoint);
    const network = nodes.get(node?.within ?? "");
    const table = tables.get(node?.table ?? "");
    if (!node || node.role !== "subnet" || !network || !table || !isPlain(network)) return undefined;
    if (!node.prefixes.every((prefix) => network.prefixes.some((range) => contains(range, prefix))))
      return undefined;
    const layers = table.layers.map(({ id }) => id);
    return [network.id, node.egress ? "leaves" : "", JSON.stringify(node.needs), ...layers].join(" ");
  };
}

/** Every prefix that a way may depend on, but those of whole networks. */
function cutsOf({ nodes, tables, links }: Topology): readonly Prefix[] {
  const layers = new Set([...tables.values()].flatMap((table) => table.layers));
  const rows = [...layers].flatMap(({ rows }) => rows);
  const ends = [...links.values()].flatMap((link) => link.ends);
  const translations = ends.flatMap((end) => end.translations ?? []);
  const speakers = [...nodes.values()].flatMap(({ speaker }) => speaker ?? []);
  return [
    ...rows.flatMap(({ prefix, invalidUnder }) => (invalidUnder ? [prefix, invalidUnder] : [prefix])),
    ...ends.flatMap((end) => end.sendsFrom ?? []),
    ...translations.flatMap(({ internal, external }) => [internal, external]),
    ...speakers.flatMap(({ originates }) => originates.map(({ prefix }) => prefix)),
    ...[...nodes.values()].filter(({ role }) => role !== "subnet").flatMap(({ prefixes }) => prefixes),
  ];
}

function isCut(ranges: readonly Prefix[], cuts: readonly Prefix[]): boolean {
  return (
    ranges.length !== 1 ||
    ranges.some((range) => cuts.some((cut) => overlaps(range, cut) && !contains(cut, range)))
  );
}
