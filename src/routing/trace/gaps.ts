import type { Gap, Needs, Table } from "../../model/topology.ts";
import type { Found } from "../lookup.ts";
import { type End, endsAt, type Journey } from "./journey.ts";
import type { TopologyIndex } from "./topology-index.ts";
import { isPrivate, type World } from "./world.ts";

interface Element {
  readonly id: string;
  readonly needs?: Needs;
}

/** Of an element, of the resource that it is a part of, and of what it stands on. */
export function gapsAbout(element: Element, world: World): readonly Gap[] {
  const { index, solvedGaps } = world;
  if (solvedGaps.size > 0) return findGaps(element, world);

  const known = remembered.get(index) ?? new WeakMap<Element, readonly Gap[]>();
  remembered.set(index, known);
  const found = known.get(element) ?? findGaps(element, world);
  known.set(element, found);
  return found;
}

/** Of a topology, while nothing was left out when its sessions were solved. */
const remembered = new WeakMap<TopologyIndex, WeakMap<Element, readonly Gap[]>>();

function findGaps({ id, needs = [] }: Element, world: World): readonly Gap[] {
  if (!isMeant(id, world) && !needs.some((group) => group.some((one) => isMeant(one, world)))) return [];

  const ids = new Set([id, ...needs.flat()].flatMap((id) => [id, resourceOf(id)]));
  return [...ids].flatMap((id) => [...(world.index.gaps.get(id) ?? []), ...(world.solvedGaps.get(id) ?? [])]);
}

/** Few elements are: this spares the rest the list. */
function isMeant(id: string, { index, solvedGaps }: World): boolean {
  if (index.gaps.size === 0 && solvedGaps.size === 0) return false;
  if (index.gaps.has(id) || solvedGaps.has(id)) return true;
  if (!id.includes("#")) return false;

  const resource = resourceOf(id);
  return index.gaps.has(resource) || solvedGaps.has(resource);
}

function resourceOf(id: string): string {
  return id.split("#", 1)[0] ?? id;
}

/** Goes on with what was taken for granted noted, or ends where something is left out. */
export function heed(journey: Journey, element: Element, world: World): Journey | End {
  const gaps = gapsAbout(element, world);
  const leftOut = gaps.find(({ kind }) => kind === "notModelled");
  return leftOut ? endsAt(journey, "notModelled", leftOut.because) : assume(journey, gaps);
}

/**
 * What is left out of a table. A route with a service tag, and a subnet's service endpoint, stand for public ranges
 * that nobody knows here: where a private address goes they do not change. What is taken for granted of a route counts
 * where the route decides.
 */
export function heedTable(journey: Journey, { table, rows }: Found, world: World): Journey | End {
  for (const { row } of rows) if (row.undecided) return endsAt(journey, "notModelled", row.undecided);

  const { ofAll, ofPublic, ofRoutes } = gapsOfTable(table, world.index);
  if (ofAll.length + ofPublic.length + ofRoutes.length === 0) return journey;

  const isKnown = isPrivate(journey.packet.destination) || rows[0].layer.final;
  const leftOut = [...ofAll, ...(isKnown ? [] : ofPublic)].find(({ kind }) => kind === "notModelled");
  if (leftOut) return endsAt(journey, "notModelled", leftOut.because);
  return assume(
    journey,
    ofRoutes.filter(({ origin }) => rows.some(({ row }) => row.origin === origin)),
  );
}

interface TableGaps {
  readonly ofRoutes: readonly Gap[];
  readonly ofPublic: readonly Gap[];
  readonly ofAll: readonly Gap[];
}

const tableGaps = new WeakMap<TopologyIndex, WeakMap<Table, TableGaps>>();

function gapsOfTable(table: Table, index: TopologyIndex): TableGaps {
  const known = tableGaps.get(index) ?? new WeakMap<Table, TableGaps>();
  tableGaps.set(index, known);
  const found = known.get(table) ?? findGapsOfTable(table, index);
  known.set(table, found);
  return found;
}

function findGapsOfTable({ id, layers }: Table, { gaps, gapsInside }: TopologyIndex): TableGaps {
  const lists = layers.map((layer) => resourceOf(layer.id));
  const ofRoutes = [id, ...lists].flatMap((list) => gapsInside.get(list) ?? []);
  return {
    ofRoutes,
    ofPublic: [...(gaps.get(ownerOf(id)) ?? []), ...ofRoutes],
    ofAll: lists.flatMap((list) => gaps.get(ownerOf(list)) ?? []),
  };
}

function ownerOf(routes: string): string {
  return routes.endsWith("/routes") ? routes.slice(0, -"/routes".length) : "";
}

export function assume(journey: Journey, gaps: readonly Gap[]): Journey {
  const taken = gaps.filter(({ kind }) => kind === "assumed").map(({ because }) => because);
  return taken.length === 0 ? journey : { ...journey, assumed: [...journey.assumed, ...taken] };
}

export function isEnd(result: Journey | End): result is End {
  return "at" in result;
}
