import type { Link, LinkEnd, Node } from "../../model/topology.ts";
import { gapsAbout } from "../trace/gaps.ts";
import { endHere, networkOf, type World } from "../trace/world.ts";
import { arrivesAt, deliveredIn, endsWith, type Next, needsTrace } from "./next.ts";
import { type Check, noPath, type Path } from "./path.ts";

/** Over a link, as the tracer crosses it, with whatever depends on the packet's source left for later. */
export interface Crossing {
  readonly path: Path;
  readonly arrival: LinkEnd;
}

export function crossFrom(node: Node, link: Link, world: World): Crossing | Next {
  const here = endHere(link.id, node, world);
  return here ? crossAt(node, link, here, world) : endsWith("dropped");
}

export function crossAt(node: Node, link: Link, here: LinkEnd, world: World): Crossing | Next {
  const arrival = link.ends[0] === here ? link.ends[1] : link.ends[0];
  if (gapsAbout(link, world).some(({ kind }) => kind === "notModelled")) return endsWith("notModelled");
  if (link.brokenBecause !== undefined || !world.up.isUp(link.id) || !here.sends) return endsWith("dropped");

  const asOwn = countsAsOwn(node);
  const looks = here.sendsFrom !== undefined || !(arrival.acceptsForwarded || asOwn);
  const check: Check = { what: "link", link, here, asOwn };
  const path = looks ? { ...noPath, checks: [check] } : noPath;
  const translates = [here, arrival].some(({ translations = [] }) => translations.length > 0);
  return translates ? needsTrace(path) : { path, arrival };
}

/** What it sends is its network's own to peerings. */
export function countsAsOwn({ forwarding }: Node): boolean {
  return forwarding.does === "yes" && forwarding.asOwn;
}

export function hasCrossed(result: Crossing | Next): result is Crossing {
  return "arrival" in result;
}

/** Over it to the end that is not here, to be looked up or delivered there. */
export function overLink(node: Node, linkId: string, world: World): Next {
  const { links, nodes } = world.topology;
  const link = links.get(linkId);
  if (!link) return endsWith("notModelled");

  const crossing = crossFrom(node, link, world);
  if (!hasCrossed(crossing)) return crossing;

  const { arrival, path } = crossing;
  const far = nodes.get(arrival.node);
  if (!far) return endsWith("leavesEstate", path);
  if (arrival.arrivalTable === undefined) return deliveredIn(far, link.name, path);
  return arrivesAt({ node: far, table: arrival.arrivalTable, passesOn: "unlessOwn" }, link.name, path);
}

/** Whether the link takes a packet with that source. */
export function passesLink(
  { link, here, asOwn }: Extract<Check, { readonly what: "link" }>,
  world: World,
  holdsSource: (prefix: Node["prefixes"][number]) => boolean,
): boolean {
  if (here.sendsFrom && !here.sendsFrom.some(holdsSource)) return false;

  const arrival = link.ends[0] === here ? link.ends[1] : link.ends[0];
  if (arrival.acceptsForwarded || asOwn) return true;

  const end = world.topology.nodes.get(here.node);
  const ranges = end ? networkOf(end, world).prefixes : [];
  return ranges.length === 0 || ranges.some(holdsSource);
}
