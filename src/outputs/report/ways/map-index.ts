import type { RecognisedConnection } from "../../../model/connection-kind.ts";
import { keyOf } from "../../../model/resource-id.ts";
import type { Link, NodeId, Topology } from "../../../model/topology.ts";
import { drawableLines } from "../../map/draw-map.ts";
import { type Line, type Picture, styleKey } from "../../map/picture.ts";

/** Where the parts of a topology are on the map: numbers of cards and lines. */
export interface MapIndex {
  readonly lines: readonly Line[];
  /** The network, the site or the users that a node belongs to; itself where it belongs to none. */
  readonly homeOf: (node: NodeId) => NodeId;
  readonly cardOf: (node: NodeId) => number | undefined;
  readonly linesOf: (link: Link) => readonly number[];
  /** Of a segment, which knows its link by name alone. */
  linesNamed(name: string): readonly number[];
  readonly numberOfCard: ReadonlyMap<string, number>;
}

export function indexMap(
  picture: Picture,
  connections: readonly RecognisedConnection[],
  { nodes, links }: Topology,
): MapIndex {
  const cards = new Map<string, number>();
  for (const [index, { key, members, type }] of picture.cards.entries())
    for (const each of members ?? [key]) cards.set(nodeOfCard(each, type), index);
  const owners = [...cards.keys()].filter((key) => key.startsWith("site/"));

  function homeOf(id: NodeId): NodeId {
    const node = nodes.get(id);
    if (node?.within !== undefined) return node.within;
    return owners.find((owner) => id === owner || id.startsWith(`${owner}/`)) ?? id;
  }
  const cardOf = (id: NodeId) => cards.get(homeOf(id));

  const lines = drawableLines(picture);
  const byConnection = connections.map((connection) => linesOfConnection(connection, picture, lines));
  const byResource = new Map<string, readonly number[]>();
  const byCards = new Map<string, readonly number[]>();
  for (const [index, { resources, ends }] of connections.entries()) {
    const found = byConnection[index] ?? [];
    // A gateway is of several connections, and a link of it is found by its ends.
    for (const id of resources) if (!/gateways\//i.test(id)) byResource.set(keyOf(id), found);
    const key = endsKey(ends.map((end) => cardOfEnd(end, cards)));
    byCards.set(key, [...new Set([...(byCards.get(key) ?? []), ...found])]);
  }
  const linesOf = ({ id, ends }: Link) =>
    byResource.get(id.replace(/#.*$/, "")) ??
    byCards.get(endsKey(ends.map(({ node }) => cardOf(node)))) ??
    [];
  const byName = new Map([...links.values()].map((link) => [link.name, linesOf(link)]));

  return {
    lines,
    homeOf,
    cardOf,
    linesOf,
    linesNamed: (name) => byName.get(name) ?? [],
    numberOfCard: cards,
  };
}

/** Cards know networks by their id, and what is outside Azure by its name. */
function nodeOfCard(key: string, type: Picture["cards"][number]["type"]): string {
  if (type === "site") return `site/${key.toLowerCase()}`;
  return type === "p2sUsers" ? `p2susers/${key.toLowerCase()}` : key;
}

function cardOfEnd(end: string, cards: ReadonlyMap<string, number>): number | undefined {
  const name = end.toLowerCase();
  return cards.get(end) ?? cards.get(`site/${name}`) ?? cards.get(`p2susers/${name}`);
}

function endsKey(cards: readonly (number | undefined)[]): string {
  return [...cards]
    .map((card) => card ?? -1)
    .toSorted((a, b) => a - b)
    .join(" ");
}

/** Of a connection within a mesh: its own line, and those of both ends to the word that stands for the mesh. */
function linesOfConnection(
  { ends, ...style }: RecognisedConnection,
  { cards, meshes }: Picture,
  lines: readonly Line[],
): readonly number[] {
  const stacks = new Map(
    cards.flatMap(({ key, members = [] }) => members.map((member) => [member, key] as const)),
  );
  const own = ends.map((end) => stacks.get(end) ?? end);
  const joins = (line: Line) => own.every((end) => line.ends.includes(end)) && own[0] !== own[1];
  const look = styleKey(style);
  const direct = lines.findIndex((line) => joins(line) && styleKey(line.style) === look);
  if (direct < 0) return [];

  const mesh = [...meshes].find(([, inside]) => inside.some((line) => line === lines[direct]))?.[0];
  const spokes =
    mesh === undefined
      ? []
      : own.flatMap((end) => lines.findIndex((line) => line.ends.includes(mesh) && line.ends.includes(end)));
  return [direct, ...spokes.filter((index) => index >= 0)];
}
