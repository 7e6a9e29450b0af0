import type { Gap, Needs } from "../../model/topology.ts";
import type { Found } from "../lookup.ts";
import { type End, endsAt, type Journey } from "./journey.ts";
import { isPrivate, type World } from "./world.ts";

interface Element {
  readonly id: string;
  readonly needs?: Needs;
}

/** Of an element, of the resource that it is a part of, and of what it stands on. */
export function gapsAbout({ id, needs = [] }: Element, world: World): readonly Gap[] {
  const ids = new Set([id, ...needs.flat()].flatMap((id) => [id, resourceOf(id)]));
  return [...ids].flatMap((id) => [...(world.index.gaps.get(id) ?? []), ...(world.solvedGaps.get(id) ?? [])]);
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
  const { gaps, gapsInside } = world.index;
  const lists = table.layers.map(({ id }) => resourceOf(id));
  const ofRoutes = [table.id, ...lists].flatMap((list) => gapsInside.get(list) ?? []);
  const ofPublic = [...(gaps.get(ownerOf(table.id)) ?? []), ...ofRoutes];
  const ofAll = lists.flatMap((list) => gaps.get(ownerOf(list)) ?? []);
  const isKnown = isPrivate(journey.packet.destination) || rows[0].layer.final;

  const leftOut = [...ofAll, ...(isKnown ? [] : ofPublic)].find(({ kind }) => kind === "notModelled");
  if (leftOut) return endsAt(journey, "notModelled", leftOut.because);
  return assume(
    journey,
    ofRoutes.filter(({ origin }) => rows.some(({ row }) => row.origin === origin)),
  );
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
