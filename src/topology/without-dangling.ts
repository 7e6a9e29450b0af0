import { nameOfId } from "../model/name-of-id.ts";
import type { Gap, Link, Node, NodeId, Session, Topology } from "../model/topology.ts";
import { type Known, knownHop, withKnownHops } from "./known-hops.ts";

/**
 * Readers name what others give, and a file may leave that out: a network whose subnets are here, the far half of a
 * peering. What stands in or leads to what is not here is left out too, and said. Filters stay: one that is not here is
 * one whose rules nobody knows. Linear; maps, tables and layers of which all is here stay the objects that they were.
 */
export function withoutDangling(topology: Topology): Topology {
  const gaps: Gap[] = [];
  const standing = standingNodes(topology.nodes, gaps);
  const links = keep(topology.links, (link) => isLink(link, standing, topology), gaps);
  const known: Known = { nodes: standing, links, tables: topology.tables };
  const sessions = keep(topology.sessions, (session) => isSession(session, known), gaps);
  const tables = withKnownHops(topology.tables, known, gaps);
  const layers = new Set<string>();
  for (const table of tables.values()) for (const { id } of table.layers) layers.add(id);

  const parts = { ...known, layers };
  const nodes = withKnownPartsOnly(standing, parts);
  return { ...topology, nodes, tables, links, sessions, gaps: [...topology.gaps, ...gaps] };
}

/** Whatever stands in something that is not here goes, and so does what stands in that. */
function standingNodes(nodes: Topology["nodes"], gaps: Gap[]): Topology["nodes"] {
  let standing = nodes;
  for (let before = -1; before !== standing.size; ) {
    before = standing.size;
    const here = standing;
    standing = keep(here, ({ within }) => within === undefined || here.has(within), gaps);
  }
  return standing;
}

/** The same map where all of it stays. */
function keep<Part extends Node | Link | Session>(
  parts: ReadonlyMap<string, Part>,
  stays: (part: Part) => boolean,
  gaps: Gap[],
): ReadonlyMap<string, Part> {
  const gone: Part[] = [];
  for (const part of parts.values()) if (!stays(part)) gone.push(part);
  if (gone.length === 0) return parts;

  const kept = new Map(parts);
  for (const part of gone) {
    kept.delete(part.id);
    gaps.push(gap(part, `${nameOf(part)} stands in or leads to something that is not here, and is left out`));
  }
  return kept;
}

function nameOf(part: Node | Link | Session): string {
  if (part.part !== "session") return part.name;
  return `the session of ${part.ends.map(({ node }) => nameOfId(node)).join(" and ")}`;
}

function isLink({ ends }: Link, nodes: Topology["nodes"], { tables }: Topology): boolean {
  return ends.every(
    ({ node, arrivalTable }) => nodes.has(node) && (arrivalTable === undefined || tables.has(arrivalTable)),
  );
}

function isSession({ ends }: Session, known: Known): boolean {
  return ends.every(({ node, via }) => known.nodes.has(node) && knownHop(via, known) === via);
}

interface KnownParts extends Known {
  readonly layers: ReadonlySet<string>;
}

/** The same map where nothing of it changes. */
function withKnownPartsOnly(nodes: Topology["nodes"], known: KnownParts): Topology["nodes"] {
  const changed: [NodeId, Node][] = [];
  for (const [id, node] of nodes) {
    const complete = withKnownParts(node, known);
    if (complete !== node) changed.push([id, complete]);
  }
  return changed.length === 0 ? nodes : new Map([...nodes, ...changed]);
}

function withKnownParts(node: Node, known: KnownParts): Node {
  const isComplete =
    (node.table === undefined || known.tables.has(node.table)) &&
    (node.balances ?? []).every((id) => known.nodes.has(id)) &&
    (node.speaker?.originates ?? []).every(({ via }) => knownHop(via, known) === via) &&
    (node.speaker?.programs ?? []).every(({ layer }) => known.layers.has(layer));
  if (isComplete) return node;

  const { table, balances, speaker, ...rest } = node;
  return {
    ...rest,
    ...(table !== undefined && known.tables.has(table) ? { table } : {}),
    ...(balances ? { balances: balances.filter((id) => known.nodes.has(id)) } : {}),
    ...(speaker
      ? {
          speaker: {
            ...speaker,
            originates: speaker.originates.flatMap((one) => {
              const via = knownHop(one.via, known);
              return via ? [{ ...one, via }] : [];
            }),
            programs: speaker.programs.filter(({ layer }) => known.layers.has(layer)),
          },
        }
      : {}),
  };
}

function gap({ id, origin }: Node | Link | Session, because: string): Gap {
  return { part: "gap", kind: "notModelled", about: [id], because, origin };
}
