import { fewNames } from "../diagnostics/few-names.ts";
import type { LayerId, NodeId, Program } from "../model/topology.ts";
import type { Heard } from "./bgp/heard.ts";
import { nextHopKey } from "./bgp/next-hop-key.ts";
import type { OwnedPrefix, PrefixClass } from "./bgp/prefix-classes.ts";
import type { Talker } from "./bgp/speakers.ts";
import type { Spread } from "./bgp/spread.ts";
import type { LearnedRow } from "./solved.ts";

/** What the speakers put into the layers: of each prefix the best that any of them has, and all that equal it. */
export function learnedLayers(spreads: readonly Spread[]): ReadonlyMap<LayerId, readonly LearnedRow[]> {
  const layers = new Map<LayerId, LearnedRow[]>();

  for (const { prefixClass, known, elsewhere } of spreads) {
    const ends = [known, ...elsewhere].map(chooseForLayers);
    for (const layer of new Set(ends.flatMap((chosen) => [...chosen.keys()]))) {
      const rows = layers.get(layer) ?? [];
      layers.set(layer, rows);
      const offers = ends.map((chosen) => chosen.get(layer) ?? []);
      for (const row of rowsOfClass(prefixClass, offers)) rows.push(row);
    }
  }

  return layers;
}

/** `ends`: what a layer is offered in each way that its speakers may come to rest. */
function rowsOfClass(prefixClass: PrefixClass, ends: readonly (readonly Offer[])[]): readonly LearnedRow[] {
  const { prefixes } = prefixClass;
  const [first] = prefixes;
  const isOfAll = ends.every((offers) => offers.every(({ route }) => leadsAway(route)));
  if (!first || !isOfAll) return prefixes.flatMap((owned) => rowsOfPrefix(owned, prefixClass, ends));

  const rows = rowsOfPrefix(first, prefixClass, ends);
  return prefixes.flatMap(({ prefix }) => rows.map((row) => ({ ...row, prefix })));
}

/** Heard of: what its row says is nothing of the prefix, but of whom it was heard from. */
function leadsAway({ ear, hop }: Heard): boolean {
  return ear !== undefined && hop !== undefined;
}

function rowsOfPrefix(
  owned: OwnedPrefix,
  prefixClass: PrefixClass,
  ends: readonly (readonly Offer[])[],
): readonly LearnedRow[] {
  const [rows = [], ...others] = ends.map((offers) => distinctRows(owned, offers));
  const isDecided = others.every((other) => wayOf(other) === wayOf(rows));
  return isDecided ? rows : undecidedRows(prefixClass, [rows, ...others]);
}

/** Why nobody can say where packets go to these prefixes. */
export function whyUndecided({ prefixes }: Pick<PrefixClass, "prefixes">): string {
  return `For ${fewNames(prefixes.map(({ text }) => text))} routers come to rest in one of several ways, by who of them speaks first.`;
}

/** Where the first end has none, there may be one yet. */
function undecidedRows(
  prefixClass: PrefixClass,
  ends: readonly (readonly LearnedRow[])[],
): readonly LearnedRow[] {
  const rows = ends.find(({ length }) => length > 0) ?? [];
  return rows.map((row) => ({ ...row, undecided: whyUndecided(prefixClass) }));
}

function wayOf(rows: readonly LearnedRow[]): string {
  return rows
    .map(({ nextHop }) => nextHopKey(nextHop))
    .sort()
    .join("|");
}

function chooseForLayers(known: Spread["known"]): ReadonlyMap<LayerId, readonly Offer[]> {
  const offers = new Map<LayerId, Offer[]>();
  const talkers = new Map(known.map(({ talker }) => [talker.node, talker]));
  for (const { talker, routes, inUse } of known)
    for (const program of talker.speaker.programs)
      for (const route of routes.slice(0, inUse))
        if (program.tags.includes(route.tag) && !isSiblings(talker, program, route, talkers))
          addTo(offers, program.layer, { talker, program, route });

  return new Map(Array.from(offers, ([layer, offered]) => [layer, chooseBest(offered)]));
}

/** A route that a talker would put into a layer. */
interface Offer {
  readonly talker: Talker;
  readonly program: Program;
  readonly route: Heard;
}

/**
 * What leads to another of its number that programs the same layer is that one's to program: packets go where the way
 * leaves, and not to a sibling that would hand them on. Whoever told of it: a reflector hands the way on as it is.
 */
function isSiblings(
  talker: Talker,
  program: Program,
  route: Heard,
  talkers: ReadonlyMap<NodeId, Talker>,
): boolean {
  const via = route.hop?.via;
  if (program.nextHop !== "self" || via?.to !== "nodes") return false;

  const siblings = via.nodes.flatMap((node) => talkers.get(node) ?? []);
  return siblings.some(
    ({ node, speaker }) =>
      node !== talker.node &&
      speaker.asn === talker.speaker.asn &&
      speaker.programs.some(({ layer, tags }) => layer === program.layer && tags.includes(route.tag)),
  );
}

/** The best and its equals, the lowest router id first. */
function chooseBest(offers: readonly Offer[]): readonly Offer[] {
  const sorted = Array.from(offers).sort((a, b) => compareMerit(a.route, b.route) || compareRank(a, b));
  const [best] = sorted;
  if (best === undefined) return [];
  if (best.program.singlePath === true) return [best];
  return sorted.filter(({ route }) => compareMerit(route, best.route) === 0);
}

/** Less than a talker asks of its own routes: whether one talker has it by itself is nothing to another. */
function compareMerit(a: Heard, b: Heard): number {
  return (
    b.weight - a.weight || b.localPreference - a.localPreference || a.path.asns.length - b.path.asns.length
  );
}

function compareRank(a: Offer, b: Offer): number {
  return rankOf(a) - rankOf(b) || a.talker.index - b.talker.index;
}

function rankOf({ talker, route }: Offer): number {
  return route.ear?.farTalker.rank ?? talker.rank;
}

/** Two instances of a gateway that know one way make one row of it. */
function distinctRows(owned: OwnedPrefix, offers: readonly Offer[]): readonly LearnedRow[] {
  const rows = new Map<string, LearnedRow>();
  for (const offer of offers) {
    const row = rowOf(owned, offer);
    if (row === undefined) continue;

    const key = `${nextHopKey(row.nextHop)}|${row.nextHopType}|${row.nextHopIpAddresses.join(" ")}`;
    if (!rows.has(key)) rows.set(key, row);
  }
  return Array.from(rows.values());
}

function rowOf({ prefix, owned }: OwnedPrefix, { talker, program, route }: Offer): LearnedRow | undefined {
  const origination = route.ear === undefined ? owned[route.own]?.origination : undefined;
  const via = route.hop?.via ?? origination?.via;
  const origin = route.ear?.session.origin ?? origination?.origin;
  if (via === undefined || origin === undefined) return undefined;

  const shownAs = program.nextHop === "self" ? program.shownAs : route.hop?.shownAs;
  return {
    prefix,
    nextHop: program.nextHop === "self" ? { to: "nodes", nodes: [talker.node] } : via,
    nextHopType: program.nextHopType,
    nextHopIpAddresses: shownAs === undefined ? [] : [shownAs],
    needs: [],
    origin,
    by: talker.node,
    asPath: route.path.asns,
    weight: route.weight,
  };
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
