import { privateRanges } from "../../azure/address-space.ts";
import {
  contains,
  firstAddress,
  formatAddress,
  hostPrefix,
  type Prefix,
  parsePrefix,
  prefixOf,
  translate,
} from "../../ip/index.ts";
import type { Filter, NextHop, Node, Row, Translation } from "../../model/topology.ts";
import type { Solved } from "../solved.ts";
import { networkOf, type World } from "../trace/world.ts";
import { layersOf } from "./named-nodes.ts";

const everything: readonly Prefix[] = parsed(["0.0.0.0/0", "::/0"]);
export const privatePrefixes: readonly Prefix[] = parsed(privateRanges.value);

function parsed(texts: readonly string[]): readonly Prefix[] {
  return texts.map((text) => parsePrefix(text)).filter((prefix) => prefix !== undefined);
}

/**
 * Every prefix that a step of the tracer holds an address against, but for those of the members of networks: these
 * say who gets a packet, not which way it goes.
 */
export function cutsOf(world: World, solved: Solved, members: readonly Prefix[]): readonly Prefix[] {
  const { topology } = world;
  const cuts = [...everything, ...privatePrefixes];
  const hops = new Set<NextHop>();
  for (const rows of rowsOf(world, solved))
    for (const { prefix, invalidUnder, nextHop } of rows) {
      cuts.push(prefix);
      if (invalidUnder) cuts.push(invalidUnder);
      hops.add(nextHop);
    }
  for (const filter of topology.filters.values()) cuts.push(...filterPrefixes(filter));
  for (const { ends } of topology.links.values())
    for (const { sendsFrom = [] } of ends) cuts.push(...sendsFrom);
  for (const { prefixes } of networksOf(world)) cuts.push(...prefixes);
  for (const prefix of ownAddresses(hops, world)) cuts.push(prefix);

  const translations = translationsOf(world);
  return translations.length === 0 ? cuts : [...cuts, ...imagesOf([...cuts, ...members], translations)];
}

export function filterPrefixes({ rules }: Filter): readonly Prefix[] {
  return rules.flatMap(({ sources, destinations }) => [...sources.prefixes, ...destinations.prefixes]);
}

/** Written and learned. */
function* rowsOf({ topology }: World, solved: Solved): Iterable<readonly Row[]> {
  for (const { rows } of layersOf(topology.tables.values())) yield rows;
  yield* solved.layers.values();
}

/** What stands in nothing, and networks with links, whose senders are told from those of others. */
function networksOf(world: World): ReadonlySet<Node> {
  const { nodes, links } = world.topology;
  const found = new Set<Node>();
  for (const node of nodes.values())
    if (node.within === undefined || node.within === node.id) found.add(node);
  for (const { ends } of links.values())
    for (const { node } of ends) {
      const end = nodes.get(node);
      if (end) found.add(networkOf(end, world));
    }
  return found;
}

/** Of whoever may be handed a packet for somebody else: it keeps those for itself. */
function ownAddresses(hops: ReadonlySet<NextHop>, { topology }: World): readonly Prefix[] {
  const { nodes, links } = topology;
  const asked = new Set<string>();
  const named = new Set<string>();
  for (const hop of hops) {
    if (hop.to === "addresses") for (const address of hop.addresses) asked.add(formatAddress(address));
    if (hop.to === "nodes") for (const id of hop.nodes) named.add(id);
  }
  for (const { ends } of links.values()) for (const { node } of ends) named.add(node);
  for (const { balances = [] } of nodes.values()) for (const id of balances) named.add(id);

  const found: Prefix[] = [];
  for (const node of nodes.values()) {
    if (!node.prefixes.some(isHost)) continue;
    const own = hostPrefixes(node);
    const isTaken =
      named.has(node.id) || own.some((prefix) => asked.has(formatAddress(firstAddress(prefix))));
    if (isTaken) found.push(...own);
  }
  return found;
}

function isHost({ family, length }: Prefix): boolean {
  return length === (family === 4 ? 32 : 128);
}

export function hostPrefixes({ prefixes }: Node): readonly Prefix[] {
  return prefixes.filter(isHost);
}

function translationsOf({ topology }: World): readonly Translation[] {
  return [...topology.links.values()].flatMap(({ ends }) => ends.flatMap((end) => end.translations ?? []));
}

/** More rounds than translations follow one another on any way that is not a circle. */
const mostRounds = 8;

/** A cut in a range is one in whatever that range is translated to or from. */
function imagesOf(cuts: readonly Prefix[], translations: readonly Translation[]): readonly Prefix[] {
  if (translations.length === 0) return [];

  const ranges = translations.flatMap(({ internal, external }) => [internal, external]);
  const images: Prefix[] = [...ranges, ...ranges.flatMap((range) => hostPrefix(firstAddress(range)))];
  const seen = new Set<string>();
  let fresh: readonly Prefix[] = [...cuts, ...images];
  for (let round = 0; round < mostRounds && fresh.length > 0; round += 1) {
    const next = translations.flatMap(({ internal, external }) => [
      ...fresh.flatMap((cut) => imageOf(cut, internal, external) ?? []),
      ...fresh.flatMap((cut) => imageOf(cut, external, internal) ?? []),
    ]);
    fresh = next.filter((cut) => {
      const key = `${formatAddress(firstAddress(cut))}/${cut.length}`;
      return !seen.has(key) && seen.add(key);
    });
    images.push(...fresh);
  }
  return images;
}

function imageOf(cut: Prefix, from: Prefix, to: Prefix): Prefix | undefined {
  const moved = contains(from, cut) ? translate(firstAddress(cut), from, to) : undefined;
  return moved && prefixOf(moved, cut.length);
}
