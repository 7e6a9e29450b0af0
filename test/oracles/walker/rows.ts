/** A table by its definition: every row of every layer is held against every other, at every question. */
import { type Address, contains, containsAddress, equals, formatPrefix } from "../../../src/ip/index.ts";
import type { Layer, NextHop, Program, Row, Table } from "../../../src/model/topology.ts";
import { type Heard, lowerId, type Used } from "./bgp.ts";
import { met, type World } from "./up.ts";

export interface Placed {
  readonly layer: Layer;
  readonly prefix: Row["prefix"];
  readonly nextHop: NextHop;
  readonly nextHopType: string;
  readonly unlessDefaultRoute: boolean;
  readonly invalidUnder: Row["prefix"] | undefined;
  /** Why nobody can say whether it decides. */
  readonly undecided: string | undefined;
}

/** The rows that decide about the address: several where ways are equal, none where no row holds it. */
export function deciding(table: Table, address: Address, world: World, used: Used): readonly Placed[] {
  const holding = activeRows(table, world, used).filter(({ prefix }) => containsAddress(prefix, address));
  const final = holding.filter(({ layer }) => layer.final);
  const among = final.length > 0 ? final : holding;
  const longest = Math.max(...among.map(({ prefix }) => prefix.length));
  return among.filter(({ prefix }) => prefix.length === longest);
}

function activeRows(table: Table, world: World, used: Used): readonly Placed[] {
  const rows = rowsOf(table, world, used);
  return rows.filter(
    (row) =>
      !rows.some((other) => other.layer.rank > row.layer.rank && equals(other.prefix, row.prefix)) &&
      !(row.invalidUnder && rows.some((other) => invalidates(other, row, row.invalidUnder))),
  );
}

function invalidates(other: Placed, row: Placed, under: Placed["invalidUnder"]): boolean {
  return (
    under !== undefined &&
    other.layer.source === "User" &&
    contains(other.prefix, row.prefix) &&
    contains(under, other.prefix)
  );
}

/** All that are there, whether they win or not. */
export function rowsOf(table: Table, world: World, used: Used): readonly Placed[] {
  const written = table.layers.flatMap((layer) => [
    ...ownRows(layer, world),
    ...programmed(layer, world, used),
  ]);
  const shielded = written.filter(
    (row) =>
      !row.layer.yields ||
      !written.some(({ layer, prefix }) => layer.shields && contains(prefix, row.prefix)),
  );
  // A default route that loses against a user's own leads nowhere.
  const winning = shielded.filter(
    (row) => !shielded.some((other) => other.layer.rank > row.layer.rank && equals(other.prefix, row.prefix)),
  );
  return shielded.filter(
    (row) => !row.unlessDefaultRoute || !winning.some((other) => leadsAllElsewhere(other, row)),
  );
}

/** A default route to nowhere leaves the ways to nowhere as they are (recorded from Azure). */
function leadsAllElsewhere(other: Placed, row: Placed): boolean {
  const { prefix, nextHop } = other;
  if (prefix.length > 0 || prefix.family !== row.prefix.family) return false;
  return nextHop.to !== "internet" && nextHop.to !== "none";
}

function ownRows(layer: Layer, world: World): Placed[] {
  return layer.rows
    .filter(({ needs }) => met(needs, world))
    .map((row) => ({
      layer,
      prefix: row.prefix,
      nextHop: row.nextHop,
      nextHopType: row.nextHopType,
      unlessDefaultRoute: row.unlessDefaultRoute === true,
      invalidUnder: row.invalidUnder,
      undecided: row.undecided,
    }));
}

interface Offer {
  readonly route: Heard;
  readonly speaker: string;
  readonly routerId: string | undefined;
  readonly nextHop: NextHop;
  readonly nextHopType: string;
  readonly singlePath: boolean;
}

/** What speakers put into the layer: of each prefix the strongest, or all that are equally strong. */
function programmed(layer: Layer, world: World, used: Used): Placed[] {
  const offers: Offer[] = [];
  for (const [id, routes] of used) {
    const speaker = world.topology.nodes.get(id)?.speaker;
    for (const program of speaker?.programs ?? []) {
      if (program.layer !== layer.id) continue;
      for (const route of [...routes.values()].flat()) {
        if (!program.tags.includes(route.tag) || isAnothersToSay(route, program, world)) continue;
        const nextHop: NextHop = program.nextHop === "via" ? route.via : { to: "nodes", nodes: [id] };
        offers.push({
          route,
          speaker: id,
          routerId: speaker?.routerId,
          nextHop,
          nextHopType: program.nextHopType,
          singlePath: program.singlePath === true,
        });
      }
    }
  }
  return offers
    .filter((offer) => {
      const rivals = offers.filter(({ route }) => equals(route.prefix, offer.route.prefix));
      if (rivals.some((rival) => stronger(rival.route, offer.route) < 0)) return false;
      const [first] = rivals
        .filter((rival) => stronger(rival.route, offer.route) === 0)
        .toSorted(firstByRouter);
      return !first?.singlePath || first === offer;
    })
    .map(({ route, nextHop, nextHopType }) => ({
      layer,
      prefix: route.prefix,
      nextHop,
      nextHopType,
      unlessDefaultRoute: false,
      invalidUnder: undefined,
      undecided: undefined,
    }));
}

/** What leads through one of its own number, which puts the same into the same layer, whoever told of it. */
function isAnothersToSay(route: Heard, program: Program, { topology }: World): boolean {
  if (program.nextHop !== "self" || route.heardBy !== "iBgp" || route.via.to !== "nodes") return false;

  return route.via.nodes.some((id) =>
    topology.nodes
      .get(id)
      ?.speaker?.programs.some(({ layer, tags }) => layer === program.layer && tags.includes(route.tag)),
  );
}

function stronger(a: Heard, b: Heard): number {
  return b.weight - a.weight || b.localPreference - a.localPreference || a.asPath.length - b.asPath.length;
}

function firstByRouter(a: Offer, b: Offer): number {
  return lowerId(a.route, b.route) || (a.speaker < b.speaker ? -1 : Number(a.speaker > b.speaker));
}

export function formatPlaced({ prefix, layer, nextHopType }: Placed): string {
  return `${layer.source} ${formatPrefix(prefix)} ${nextHopType}`;
}
