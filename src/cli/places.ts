import type { Estate } from "../model/estate.ts";
import { keyOf, parseResourceId } from "../model/resource-id.ts";

/** Something that a person can name on the command line. */
export interface Place {
  readonly id: string;
  /** As people read it: the names alone, outermost first. */
  readonly name: string;
}

const COMPANION = /^(site|p2susers|providerrouter|region|peeringlocation)\//;

/**
 * What people call an id: `orders/web`, `hub-vpn#0`, `amsterdam`. The names are spelt as the estate spells them; ids
 * themselves are lower-cased.
 */
export function nameOfElement(id: string, estate: Estate): string {
  const cut = id.indexOf("#");
  const head = cut < 0 ? id : id.slice(0, cut);
  const spelt = estate.resources.get(keyOf(head))?.id ?? head;
  const names = namesIn(spelt) ?? namesBelow(spelt);
  if (names) return `${names.join("/")}${cut < 0 ? "" : id.slice(cut)}`;

  return COMPANION.test(id) ? companionName(id, estate) : id;
}

function namesIn(id: string): readonly string[] | undefined {
  return parseResourceId(id)?.names;
}

/** What stands on a resource and is none itself: the links of a gateway's users. */
function namesBelow(id: string): readonly string[] | undefined {
  const cut = id.lastIndexOf("/");
  const above = namesIn(id.slice(0, cut));
  return above && [...above, id.slice(cut + 1)];
}

/** The same for a sentence or a column, where an edge of a circuit is the link that ends at it. */
export function nameOfNode(id: string, estate: Estate): string {
  return nameOfElement(id, estate).replace(/\/edge$/, "");
}

function companionName(id: string, { sites, p2sUsers, providerRouters }: Estate): string {
  const rest = id.slice(id.indexOf("/") + 1);
  const names = [...sites, ...p2sUsers, ...providerRouters].map(({ name }) => name);
  return names.find((name) => name.toLowerCase() === rest) ?? rest;
}

export function placesOf(ids: Iterable<string>, estate: Estate): readonly Place[] {
  return [...ids].map((id) => ({ id, name: nameOfElement(id, estate) }));
}

/** Shown where two places have one name: the ids' own words tell them apart. */
export function tellApart({ id, name }: Place): string {
  const cut = id.indexOf("#");
  const head = cut < 0 ? id : id.slice(0, cut);
  const parts = parseResourceId(head);
  if (!parts) return id;

  const { types, names } = parts;
  const last = `${types.at(-1)}/${names.at(-1)}${cut < 0 ? "" : id.slice(cut)}`;
  return names.length > 1 ? `${name} (${last})` : last;
}
