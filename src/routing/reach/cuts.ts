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
  const rows = rowsOf(world, solved);
  const cuts = [
    ...everything,
    ...privatePrefixes,
    ...rows.flatMap(({ prefix, invalidUnder }) => (invalidUnder ? [prefix, invalidUnder] : [prefix])),
    ...[...topology.filters.values()].flatMap(filterPrefixes),
    ...[...topology.links.values()].flatMap(({ ends }) => ends.flatMap((end) => end.sendsFrom ?? [])),
    ...rangesOfNetworks(world),
    ...ownAddresses(rows, world),
  ];
  return [...cuts, ...imagesOf([...cuts, ...members], translationsOf(world))];
}

export function filterPrefixes({ rules }: Filter): readonly Prefix[] {
  return rules.flatMap(({ sources, destinations }) => [...sources.prefixes, ...destinations.prefixes]);
}

function rowsOf({ topology }: World, solved: Solved): readonly Row[] {
  const layers = new Set([...topology.tables.values()].flatMap((table) => table.layers));
  const rows: Row[] = [];
  for (const layer of layers) for (const row of layer.rows) rows.push(row);
  for (const learned of solved.layers.values()) for (const row of learned) rows.push(row);
  return rows;
}

/** Of what stands in nothing, and of networks with links, whose senders are told from those of others. */
function rangesOfNetworks(world: World): readonly Prefix[] {
  const { nodes, links } = world.topology;
  const outermost = [...nodes.values()].filter(({ id, within }) => within === undefined || within === id);
  const linked = [...links.values()].flatMap(({ ends }) =>
    ends.flatMap(({ node }) => {
      const end = nodes.get(node);
      return end ? [networkOf(end, world)] : [];
    }),
  );
  return [...new Set([...outermost, ...linked])].flatMap(({ prefixes }) => prefixes);
}

/** Of whoever may be handed a packet for somebody else: it keeps those for itself. */
function ownAddresses(rows: readonly Row[], { topology }: World): readonly Prefix[] {
  const hops = new Set(rows.map(({ nextHop }) => nextHop));
  const asked = new Set(
    [...hops].flatMap((hop) => (hop.to === "addresses" ? hop.addresses.map(formatAddress) : [])),
  );
  const named = new Set([
    ...[...hops].flatMap(nodesOf),
    ...[...topology.links.values()].flatMap(({ ends }) => ends.map(({ node }) => node)),
    ...[...topology.nodes.values()].flatMap(({ balances = [] }) => balances),
  ]);
  return [...topology.nodes.values()].flatMap((node) => {
    const own = hostPrefixes(node);
    const isTaken =
      named.has(node.id) || own.some((prefix) => asked.has(formatAddress(firstAddress(prefix))));
    return isTaken ? own : [];
  });
}

function nodesOf(hop: NextHop): readonly string[] {
  return hop.to === "nodes" ? hop.nodes : [];
}

export function hostPrefixes({ prefixes }: Node): readonly Prefix[] {
  return prefixes.filter(({ family, length }) => length === (family === 4 ? 32 : 128));
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
