import type { Layer, NextHop, Node, NodeId, Topology } from "../../model/topology.ts";
import type { Solved } from "../solved.ts";

/** Those that routes lead to, written or learned. */
export function hopNodes({ tables }: Topology, solved: Solved): ReadonlySet<NodeId> {
  const hops = new Set<NextHop>();
  for (const { rows } of layersOf(tables.values())) for (const { nextHop } of rows) hops.add(nextHop);
  for (const rows of solved.layers.values()) for (const { nextHop } of rows) hops.add(nextHop);
  const found = new Set<NodeId>();
  for (const hop of hops) if (hop.to === "nodes") for (const id of hop.nodes) found.add(id);
  return found;
}

/** Those that links, routes and load balancers name: no other is like one of them. */
export function namedNodes({ links, nodes }: Topology, hops: ReadonlySet<NodeId>): ReadonlySet<NodeId> {
  const named = new Set(hops);
  for (const { ends } of links.values()) for (const { node } of ends) named.add(node);
  for (const { balances } of nodes.values()) if (balances) for (const id of balances) named.add(id);
  return named;
}

/** Tables share them. */
export function layersOf(tables: Iterable<{ readonly layers: readonly Layer[] }>): ReadonlySet<Layer> {
  const lists = new Set<readonly Layer[]>();
  for (const { layers } of tables) lists.add(layers);
  const found = new Set<Layer>();
  for (const list of lists) for (const layer of list) found.add(layer);
  return found;
}

/** It stands in a network and neither passes anything on nor is named: many are alike. */
export function isOrdinary(
  { id, within, balances, speaker, forwarding }: Node,
  named: ReadonlySet<NodeId>,
): boolean {
  return within !== undefined && !balances && !speaker && forwarding.does !== "yes" && !named.has(id);
}
