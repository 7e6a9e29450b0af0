import type { Layer, Node, NodeId, Table, Topology } from "../../model/topology.ts";
import { gapsAbout } from "../trace/gaps.ts";
import type { World } from "../trace/world.ts";
import { createInterner, createNumbering } from "./interner.ts";

/** Nodes and tables of one kind do the same with every packet. */
export interface NodeKinds {
  /** Of an id, for ids are long and take part in many keys. */
  readonly numberOf: (id: string) => number;
  /** Text, equal for nodes that differ in nothing but their names and what they hold. */
  readonly kindOf: (node: Node) => string;
  /** The same of nodes that send a packet the same way, whatever filters they have. */
  readonly kindOfSender: (node: Node) => string;
  readonly kindOfTable: (table: Table) => string;
  /** Whether anything is said to be left out of it, or of one of its layers. */
  readonly mayLeaveOut: (table: Table) => boolean;
  /** Something is left out of it that matters where public addresses are concerned. */
  readonly isLeftOut: (node: Node) => boolean;
}

export function createNodeKinds(world: World): NodeKinds {
  const numberOfLayer = createNumbering();
  const numberOfGap = createNumbering();
  const special = namedNodes(world.topology);
  const short = createInterner<true>();
  const kinds = new Map<Node, string>();
  const tables = new Map<Table, string>();
  const leftOut = new Map<Node, boolean>();
  const numbers = new Map<string, number>();
  const lists = new Map<readonly string[], string>();
  const saidOf = new Map<Layer, boolean>();
  const saidOfTable = new Map<Table, boolean>();

  /** Ids are long, and kinds are compared often. */
  function shortened(text: string): string {
    return `${short.intern(text, () => true)}`;
  }

  /** Nodes share their lists: each is read once. */
  function textOfList(ids: readonly string[] | undefined): string {
    if (!ids) return "";
    const text = lists.get(ids) ?? ids.map(numberOf).join(" ");
    lists.set(ids, text);
    return text;
  }

  function numberOf(id: string): number {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  }

  function kindOf(node: Node): string {
    const kind = kinds.get(node) ?? shortened(isOrdinary(node) ? describe(node) : node.id);
    kinds.set(node, kind);
    return kind;
  }

  /** It stands in a network and neither passes anything on nor is named by a link or route: many are alike. */
  function isOrdinary({ id, within, balances, speaker, forwarding }: Node): boolean {
    return within !== undefined && !balances && !speaker && forwarding.does !== "yes" && !special.has(id);
  }

  function describe(node: Node): string {
    const table = world.topology.tables.get(node.table ?? "");
    return [
      node.within === undefined ? "" : numberOf(node.within),
      node.table === undefined ? "" : table ? kindOfTable(table) : "missing",
      textOfList(node.outbound),
      textOfList(node.inbound),
      node.forwarding.does,
      node.egress ? "leaves" : "",
      world.up.isUp(node.id) ? "" : "down",
      isLeftOut(node) ? "left out" : "",
      node.machine,
    ].join("|");
  }

  function kindOfTable(table: Table): string {
    const kind = tables.get(table) ?? shortened(describeTable(table));
    tables.set(table, kind);
    return kind;
  }

  function describeTable({ id, layers }: Table): string {
    const { gaps, gapsInside } = world.index;
    const about = [...(gapsInside.get(id) ?? []), ...(gaps.get(id.replace(/\/routes$/, "")) ?? [])];
    const leftOut = about.filter(({ kind }) => kind === "notModelled").map(numberOfGap);
    return `${layers.map(numberOfLayer).join(",")};${leftOut.join(",")}`;
  }

  function isLeftOut(node: Node): boolean {
    const known = leftOut.get(node) ?? leavesOut(node);
    leftOut.set(node, known);
    return known;
  }

  function leavesOut(node: Node): boolean {
    const isMeant = isNamed(node.id) || node.needs.some((group) => group.some(isNamed));
    return isMeant && gapsAbout(node, world).some(({ kind }) => kind === "notModelled");
  }

  /** Few are: this spares the rest the search. */
  function isNamed(id: string): boolean {
    const { index, solvedGaps } = world;
    const end = id.indexOf("#");
    const resource = end < 0 ? id : id.slice(0, end);
    return [id, resource].some((one) => index.gaps.has(one) || solvedGaps.has(one));
  }

  /** Of a list of routes, of what it belongs to, or of one of its routes. */
  function isSaidOf(routes: string): boolean {
    if (world.index.gaps.size === 0) return false;
    const [list = routes] = routes.split("#", 1);
    const { gaps, gapsInside } = world.index;
    return gapsInside.has(routes) || gapsInside.has(list) || gaps.has(list.replace(/\/routes$/, ""));
  }

  function isSaidOfLayer(layer: Layer): boolean {
    const known = saidOf.get(layer) ?? (world.solvedGaps.has(layer.id) || isSaidOf(layer.id));
    saidOf.set(layer, known);
    return known;
  }

  function mayLeaveOut(table: Table): boolean {
    const known = saidOfTable.get(table) ?? (isSaidOf(table.id) || table.layers.some(isSaidOfLayer));
    saidOfTable.set(table, known);
    return known;
  }

  return {
    numberOf,
    kindOf,
    kindOfSender: (node) =>
      isOrdinary(node) ? `${numberOf(node.within ?? "")} ${node.egress ? "leaves" : ""}` : node.id,
    kindOfTable,
    mayLeaveOut,
    isLeftOut,
  };
}

function namedNodes({ links, tables, nodes }: Topology): ReadonlySet<NodeId> {
  const layers = new Set([...tables.values()].flatMap((table) => table.layers));
  const named = new Set([...links.values()].flatMap(({ ends }) => ends.map(({ node }) => node)));
  for (const { rows } of layers) {
    for (const { nextHop } of rows) if (nextHop.to === "nodes") for (const id of nextHop.nodes) named.add(id);
  }
  for (const { balances = [] } of nodes.values()) for (const id of balances) named.add(id);
  return named;
}
