import { comparePrefixes, formatPrefix, type Prefix } from "../ip/index.ts";
import type { Situation } from "../model/situation.ts";
import type { NextHop, Node, NodeId, Table, TableId, Topology } from "../model/topology.ts";
import { type Candidate, rowsOfLayer } from "./layer-rows.ts";
import { createLookup, decidingRows } from "./lookup.ts";
import type { Solved } from "./solved.ts";
import { leadsDirectly } from "./trace/to-address.ts";
import { linkBetween } from "./trace/to-network.ts";
import { indexOf } from "./trace/topology-index.ts";
import { endHere, networkOf } from "./trace/world.ts";
import { createUp } from "./up.ts";

/** What a table decides of one prefix. */
export interface ForwardingRoute {
  readonly prefix: Prefix;
  /** Who gets a packet next: nodes by their ids, `table …` for another table; none: it is lost. In order, each once. */
  readonly nextHops: readonly string[];
  /** Whether speakers programmed what decides. */
  readonly learned: boolean;
  /**
   * A learned next hop by its address, to which this table knows no way: another table of the same place may. Or what
   * routers may learn or not, by who speaks first.
   */
  readonly unresolved: boolean;
}

/** A table as the kernel of the place that looks it up would have it: rows that decide, without ways that are down. */
type ForwardingRoutes = (table: Table, node: Node) => readonly ForwardingRoute[];

export function createForwardingRoutes(
  topology: Topology,
  solved: Solved,
  situation: Situation,
): ForwardingRoutes {
  const up = createUp(topology, situation);
  const lookup = createLookup(topology, solved, situation);
  const index = indexOf(topology);
  const placesByTable = findPlaces(topology);

  function nextHopsOf(nextHop: NextHop, table: Table, node: Node): readonly string[] {
    switch (nextHop.to) {
      case "members":
        return up.isUp(nextHop.network) ? [nextHop.network] : [];
      case "link":
        return farEnds(nextHop.link, node);
      case "nodes":
        return nextHop.nodes.filter((id) => up.isUp(id) && isReached(id, node));
      case "addresses":
        return nextHop.addresses.flatMap((address) => {
          const rows = lookup.lookupAmong(table.nextHopsIn ?? table.id, address, leadsDirectly)?.rows ?? [];
          return rows
            .flatMap(({ row }) => nextHopsOf(row.nextHop, table, node))
            .flatMap((network) => index.membersOf(network)?.lookup(address)?.value[0] ?? [])
            .map((holder) => firstBehind(holder));
        });
      case "table":
        return [tableElsewhere(nextHop.table, node) ?? `table ${nextHop.table}`];
      case "internet":
      case "service":
      case "none":
        return [];
    }
  }

  function farEnds(link: string, node: Node): readonly NodeId[] {
    const here = endHere(link, node, { topology });
    const far = topology.links.get(link)?.ends.find((end) => end !== here);
    return here && far && up.isUp(link) ? [far.node] : [];
  }

  function isReached(id: NodeId, node: Node): boolean {
    const far = topology.nodes.get(id);
    const [here, there] = [networkOf(node, { topology }), far && networkOf(far, { topology })];
    const world = { index, up };
    const link =
      linkBetween(node.id, id, world) ??
      linkBetween(here.id, id, world) ??
      (there && linkBetween(here.id, there.id, world));
    return link === undefined || up.isUp(link.id);
  }

  /** Another table is asked in its own place, which the packet gets to first. */
  function tableElsewhere(table: TableId, node: Node): NodeId | undefined {
    const place = placesByTable.get(table);
    return place === node.id ? undefined : place;
  }

  /** What spreads flows over others stands for the first of them. */
  function firstBehind({ id, balances = [] }: Node): NodeId {
    const first = topology.nodes.get(balances[0] ?? "");
    return first ? firstBehind(first) : id;
  }

  return (table, node) =>
    prefixesOf(table, solved).flatMap((prefix): readonly ForwardingRoute[] => {
      const rows = decidingRows(table, solved, prefix, up.meets);
      if (rows.length === 0) return [];

      const nextHops = new Set(rows.flatMap(({ row }) => nextHopsOf(row.nextHop, table, node)));
      return [
        {
          prefix,
          nextHops: [...nextHops].sort(),
          learned: rows.some(isLearned),
          unresolved: (nextHops.size === 0 && rows.some(isLearned)) || rows.some(({ row }) => row.undecided),
        },
      ];
    });
}

/** Of tables that networks look up in for others, and sites for themselves. */
function findPlaces({ nodes }: Topology): ReadonlyMap<TableId, NodeId> {
  const places = new Map<TableId, NodeId>();
  for (const { id, within, table } of nodes.values())
    if (table !== undefined) places.set(table, within ?? id);
  return places;
}

function isLearned({ row }: Candidate): boolean {
  return "by" in row;
}

function prefixesOf({ layers }: Table, solved: Solved): readonly Prefix[] {
  const found = new Map<string, Prefix>();
  for (const layer of layers)
    for (const { row } of rowsOfLayer(layer, solved).rows) found.set(formatPrefix(row.prefix), row.prefix);
  return [...found.values()].sort(comparePrefixes);
}
