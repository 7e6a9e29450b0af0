import { formatPrefix, type Prefix, subtract } from "../../ip/index.ts";
import type { NextHop, Node, Table, Topology } from "../../model/topology.ts";
import type { LabTag } from "../lab-plan.ts";
import { learnedLayersOf, staticRows } from "./table-rows.ts";

interface Lead {
  readonly prefix: Prefix;
  readonly leads: boolean;
}

/**
 * What the table of a node leads to, but the internet: the service tag VirtualNetwork, for as long as routers have not
 * spoken. Whatever a speaker begins with counts as learned.
 */
export function routedRanges(topology: Topology, node: Node): readonly string[] {
  const table = topology.tables.get(node.table ?? "");
  if (!table) return [];

  let ranges: readonly Prefix[] = [];
  for (const { prefix, leads } of leadsOf(topology, table, node)) {
    if (leads) ranges = [...ranges, prefix];
    else ranges = ranges.flatMap((range) => subtract(range, [prefix]));
  }
  return ranges.map(formatPrefix);
}

/** Where to look for what it leads to from then on. */
export function tagOf(topology: Topology, { id, within, table }: Node): LabTag | undefined {
  const known = topology.tables.get(table ?? "");
  const node = topology.nodes.get(id);
  if (!known || !node) return undefined;

  return {
    at: within ?? id,
    table: known.id,
    stays: staticRows(known, topology)
      .filter(({ stays, nextHops }) => stays && nextHops.some((hop) => leadsSomewhere(topology, hop, node)))
      .map(({ prefix }) => formatPrefix(prefix)),
    silent: [...topology.links.values()].flatMap(({ ends: [a, b] }) =>
      [
        [a, b],
        [b, a],
      ].flatMap(([here, there]) =>
        here && there && !here.sends && (here.node === id || here.node === within) ? [there.node] : [],
      ),
    ),
  };
}

/** The widest first: each overrides, within its range, what came before. */
function leadsOf(topology: Topology, table: Table, node: Node): readonly Lead[] {
  const rows = new Map<string, Lead>();
  for (const prefix of learnable(topology, table)) rows.set(formatPrefix(prefix), { prefix, leads: true });
  for (const { prefix, nextHops } of staticRows(table, topology)) {
    const leads = nextHops.some((nextHop) => leadsSomewhere(topology, nextHop, node));
    rows.set(formatPrefix(prefix), { prefix, leads });
  }
  return [...rows.values()].sort((a, b) => a.prefix.length - b.prefix.length);
}

function learnable({ nodes }: Topology, table: Table): readonly Prefix[] {
  const speakers = [...nodes.values()].flatMap(({ speaker }) => speaker ?? []);
  const filled = new Set(speakers.flatMap(({ programs }) => programs.map(({ layer }) => layer)));
  return learnedLayersOf(table, filled).flatMap(({ shields }) =>
    speakers
      .flatMap(({ originates }) => originates.map(({ prefix }) => prefix))
      .filter(({ family }) => family === 4)
      .flatMap((prefix) =>
        subtract(
          prefix,
          shields.map((shield) => shield.prefix),
        ),
      ),
  );
}

function leadsSomewhere({ links }: Topology, nextHop: NextHop, { id, within }: Node): boolean {
  if (nextHop.to !== "link")
    return nextHop.to !== "internet" && nextHop.to !== "service" && nextHop.to !== "none";

  const end = links.get(nextHop.link)?.ends.find(({ node }) => node === id || node === within);
  return end?.sends ?? true;
}
