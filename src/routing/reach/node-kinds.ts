import type { Gap, Layer, Node, NodeId, Table } from "../../model/topology.ts";
import { gapsAbout } from "../trace/gaps.ts";
import type { World } from "../trace/world.ts";
import { createInterner, createNumbering } from "./interner.ts";
import { isOrdinary } from "./named-nodes.ts";
import { createPairNumbering } from "./pair-memory.ts";

/** Nodes and tables of one kind do the same with every packet. */
export interface NodeKinds {
  /** Of an id, for ids are long and take part in many keys. */
  readonly numberOf: (id: string) => number;
  /** Equal for nodes that differ in nothing but their names and what they hold. */
  readonly kindOf: (node: Node) => number;
  /** The same of nodes that send a packet the same way, whatever filters they have. */
  readonly kindOfSender: (node: Node) => string;
  readonly kindOfTable: (table: Table) => number;
  /** Whether anything is said to be left out of it, or of one of its layers. */
  readonly mayLeaveOut: (table: Table) => boolean;
  /** Something is left out of it that matters where public addresses are concerned. */
  readonly isLeftOut: (node: Node) => boolean;
}

/** Numbers and not texts: there is a node and a table for each subnet, and a text for each would take longest of all. */
export function createNodeKinds(world: World, named: ReadonlySet<NodeId>): NodeKinds {
  const { gaps, gapsInside } = world.index;
  const gapsByRoutes = byRoutesOf(gaps);
  const numberOfLayer = createNumbering();
  const numberOfGap = createNumbering();
  const texts = createInterner<true>();
  const join = createPairNumbering();
  const numbers = new Map<string, number>();
  const kinds = new Map<Node, number>();
  const lists = new Map<readonly string[], number>();
  const tables = new Map<Table, number>();
  const stacks = new Map<readonly Layer[], number>();
  const leftOut = new Map<Node, boolean>();
  const saidOf = new Map<Layer, boolean>();
  const saidOfTable = new Map<Table, boolean>();

  function numberOf(id: string): number {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  }

  function textNumber(text: string): number {
    return texts.intern(text, () => true);
  }

  /** Nodes share their lists: each is read once. */
  function kindOfList(ids: readonly string[] | undefined): number {
    if (!ids) return 0;
    const kind = lists.get(ids) ?? 1 + textNumber(ids.map(numberOf).join(" "));
    lists.set(ids, kind);
    return kind;
  }

  function kindOf(node: Node): number {
    const kind =
      kinds.get(node) ?? (isOrdinary(node, named) ? describe(node) * 2 : numberOf(node.id) * 2 + 1);
    kinds.set(node, kind);
    return kind;
  }

  function describe(node: Node): number {
    const { within, inbound, outbound, forwarding, egress, machine } = node;
    const is = [forwarding.does === "no", egress, world.up.isUp(node.id), isLeftOut(node)];
    const flags = is.reduce<number>((sum, holds) => sum * 2 + (holds ? 1 : 0), 0);
    const place = join(within === undefined ? 0 : 1 + numberOf(within), kindOfRoutes(node));
    const filters = join(kindOfList(outbound), kindOfList(inbound));
    const rest = join(filters, flags + 2 ** is.length * (machine === undefined ? 0 : 1 + numberOf(machine)));
    return join(place, rest);
  }

  function kindOfRoutes({ table: id }: Node): number {
    if (id === undefined) return 0;
    const table = world.topology.tables.get(id);
    return table ? 2 + kindOfTable(table) : 1;
  }

  function kindOfTable(table: Table): number {
    const kind = tables.get(table) ?? join(stackOf(table.layers), kindOfRest(table));
    tables.set(table, kind);
    return kind;
  }

  /** Subnets of one network mostly share the list itself. */
  function stackOf(layers: readonly Layer[]): number {
    const stack = stacks.get(layers) ?? textNumber(layers.map(numberOfLayer).join(","));
    stacks.set(layers, stack);
    return stack;
  }

  function kindOfRest({ id, nextHopsIn }: Table): number {
    const about = gaps.size === 0 ? [] : [...(gapsInside.get(id) ?? []), ...gapsOfOwner(id)];
    const out = about.filter(({ kind }) => kind === "notModelled").map(numberOfGap);
    return nextHopsIn === undefined && out.length === 0
      ? 0
      : 1 + textNumber(`${nextHopsIn};${out.join(",")}`);
  }

  /** Of what the routes belong to. */
  function gapsOfOwner(routes: string): readonly Gap[] {
    return gapsByRoutes.get(routes) ?? [];
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
    const { solvedGaps } = world;
    if (gaps.size === 0 && solvedGaps.size === 0) return false;

    const end = id.indexOf("#");
    const resource = end < 0 ? id : id.slice(0, end);
    return [id, resource].some((one) => gaps.has(one) || solvedGaps.has(one));
  }

  /** Of a list of routes, of what it belongs to, or of one of its routes. */
  function isSaidOf(routes: string): boolean {
    if (gaps.size === 0) return false;
    const end = routes.indexOf("#");
    const list = end < 0 ? routes : routes.slice(0, end);
    return gapsInside.has(routes) || gapsInside.has(list) || gapsOfOwner(list).length > 0;
  }

  function isSaidOfLayer(layer: Layer): boolean {
    const known = saidOf.get(layer) ?? (isUndecided(layer) || isSaidOf(layer.id));
    saidOf.set(layer, known);
    return known;
  }

  function isUndecided({ id, rows }: Layer): boolean {
    return world.solvedGaps.has(id) || rows.some(({ undecided }) => undecided !== undefined);
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
      isOrdinary(node, named) ? `${numberOf(node.within ?? "")} ${node.egress ? "leaves" : ""}` : node.id,
    kindOfTable,
    mayLeaveOut,
    isLeftOut,
  };
}

/** By the lists of routes that may belong to what they are about: the many ids of lists are looked up as they are. */
function byRoutesOf(gaps: ReadonlyMap<string, readonly Gap[]>): ReadonlyMap<string, readonly Gap[]> {
  const found = new Map<string, readonly Gap[]>();
  for (const [id, about] of gaps) if (!id.endsWith("/routes")) found.set(id, about);
  for (const [id, about] of gaps) found.set(`${id}/routes`, about);
  return found;
}
