import { privateRanges } from "../azure/address-space.ts";
import { namedSubnets } from "../azure/named-subnets.ts";
import {
  type Address,
  addressFamily,
  compareAddresses,
  firstAddress,
  formatAddress,
  lastAddress,
  type Prefix,
  parseAddress,
  parsePrefix,
} from "../ip/index.ts";
import type { Topology } from "../model/topology.ts";
import type { Island } from "./islands.ts";

/** What an island is but for its names, numbers and addresses: islands of one text fare alike in all that happens. */
export interface IslandShape {
  readonly text: string;
  /** As they are met: of two islands of one text, what stands at one place is the same thing. */
  readonly names: readonly string[];
}

/**
 * Texts that are compared with one another and with nothing else, so that others in their places change nothing. Whatever
 * is not on this list is written as it is, and islands that differ in it are no longer alike: slower, and still right.
 */
const nameKeys: ReadonlySet<string> = new Set(
  [
    "id name within table node network link layer nodes needs balances outbound inbound machine region because",
    "brokenBecause assumed undecided by address shownAs nextHopIpAddresses arrivalTable nextHopsIn secret",
  ].flatMap((keys) => keys.split(" ")),
);

const asnKeys: ReadonlySet<string> = new Set(["asn", "expectsAsn"]);

/** A subnet of one of these names is no place for hosts. */
const services = new Set(Object.keys(namedSubnets.value).map((name) => name.toLowerCase()));

const privatePrefixes = privateRanges.value.flatMap((text) => parsePrefix(text) ?? []);

/** `undefined` where its names or addresses say more than which is which, and no other island can stand for it. */
export function shapeOf({ topology }: Island): IslandShape | undefined {
  const { nodes, tables, links, sessions, filters, gaps } = topology;
  // Who translates reckons with addresses, where all else only holds them against each other.
  for (const { ends } of links.values())
    if (ends.some(({ translations = [] }) => translations.length > 0)) return undefined;

  const writer = createWriter(saysNumbers(topology));
  writer.write(privatePrefixes, "");
  for (const parts of [nodes, tables, links, sessions, filters]) writer.write([...parts.values()], "");
  // Ties are broken by the order of ids.
  for (const parts of [nodes, links, sessions]) writer.write([...parts.keys()].sort(), "id");

  const { text, names } = writer.finish();
  return { text: [text, ...gapsAbout(names, gaps)].join(" "), names };
}

/** Whether it matters which number a speaker has, and not only who has the same. */
function saysNumbers({ sessions }: Topology): boolean {
  return [...sessions.values()].some(({ ends }) =>
    ends.some(({ learns, sends }) => learns.onlyAsPath !== undefined || sends.stripsPrivateAsns),
  );
}

/** Of what is left out or taken for granted, what it is about here: as itself, as a part of that, or as a route in a list. */
function* gapsAbout(names: readonly string[], gaps: Topology["gaps"]): Generator<string> {
  if (gaps.length === 0) return;

  const meant = new Map<string, string[]>();
  const note = (id: string, by: string) => meant.set(id, [...(meant.get(id) ?? []), by]);
  for (const [place, name] of names.entries()) {
    const [resource = name] = name.split("#", 1);
    note(name, `$${place}`);
    if (resource !== name) note(resource, `part $${place}`);
    for (const list of new Set([name, resource]))
      if (list.endsWith("/routes")) note(list.slice(0, -"/routes".length), `routes $${place}`);
  }
  for (const { kind, about } of gaps)
    for (const id of about) {
      const own = meant.get(id) ?? [];
      const list = meant.get(id.slice(0, id.lastIndexOf("/"))) ?? [];
      if (own.length + list.length > 0) yield [kind, ...own, "in", ...list].join(" ");
    }
}

function createWriter(saysNumbers: boolean) {
  const written: string[] = [];
  const names = new Map<string, number>();
  const asns = new Map<number, number>();
  const points = new Map<string, { readonly place: number; readonly address: Address }>();
  const objects = new Map<object, number>();

  function write(value: unknown, key: string): void {
    if (typeof value === "string") written.push(textOf(value, key));
    else if (typeof value === "number") written.push(numberOf(value, key));
    else if (typeof value !== "object" || value === null) written.push(String(value));
    else if (isPrefix(value)) writePrefix(value);
    else if (isAddress(value)) written.push(placeOf(value));
    else writeOnce(value, key);
  }

  function textOf(text: string, key: string): string {
    const address = key === "routerId" ? parseAddress(text) : undefined;
    if (address) return placeOf(address);
    const isName = nameKeys.has(key) && !(key === "name" && services.has(text.toLowerCase()));
    return isName ? `$${numbered(names, text)}` : JSON.stringify(text);
  }

  function numberOf(number: number, key: string): string {
    return asnKeys.has(key) && !saysNumbers ? `AS${numbered(asns, number)}` : String(number);
  }

  function writePrefix(prefix: Prefix): void {
    written.push(`/${prefix.length} ${placeOf(firstAddress(prefix))} ${placeOf(lastAddress(prefix))}`);
  }

  function placeOf(address: Address): string {
    const text = formatAddress(address);
    const known = points.get(text) ?? { place: points.size, address };
    points.set(text, known);
    return `@${known.place}`;
  }

  /** Layers are shared by many tables, and which tables share one is a part of the shape. */
  function writeOnce(value: object, key: string): void {
    const isKnown = objects.has(value);
    written.push(`{${numbered(objects, value)}`);
    if (!isKnown) writeInside(value, key);
    written.push("}");
  }

  function writeInside(value: object, key: string): void {
    if (Array.isArray(value) || value instanceof Map || value instanceof Set) {
      for (const inner of value) write(inner, key);
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (name === "origin" || inner === undefined) continue;
      written.push(name);
      write(inner, name);
    }
  }

  return {
    write,
    finish(): IslandShape {
      const inOrder = [...points.values()].sort((a, b) => compareAddresses(a.address, b.address));
      written.push(...inOrder.map(({ place, address }) => `${place}v${addressFamily(address)}`));
      return { text: written.join(" "), names: [...names.keys()] };
    },
  };
}

function numbered<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

/** Both are opaque: what they say stands under symbols. */
function isAddress(value: object): value is Address {
  return Object.getOwnPropertySymbols(value).length > 0;
}

function isPrefix(value: object): value is Prefix {
  return isAddress(value) && "length" in value;
}
