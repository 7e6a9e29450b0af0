import { comparePrefixes, formatPrefix } from "../ip/index.ts";
import type { EffectiveRoute } from "../model/effective-route.ts";
import type { Situation } from "../model/situation.ts";
import type { Layer, Table, Topology } from "../model/topology.ts";
import { type Candidate, rowsOfLayer } from "./layer-rows.ts";
import { isInvalidated, presentRows, rowsContaining, strengthOf } from "./lookup.ts";
import type { Solved } from "./solved.ts";
import { createUp, type Up } from "./up.ts";

export interface EffectiveRoutesOptions {
  /** Everything is up where absent; needs its topology, for what is down takes down what stands on it. */
  readonly in?: { readonly topology: Topology; readonly situation: Situation };
  /** Interfaces with IPv4 alone are shown no others. */
  readonly ipv6?: boolean;
}

/**
 * What Azure lists for an interface: rows that a row of the same prefix replaces are `Invalid`. Not listed at all are
 * what a gateway says of ranges that the network has itself, the ways to nowhere beside a default route, and the
 * default route to the internet that one from a gateway replaces (recorded from Azure).
 */
export function effectiveRoutes(
  table: Table,
  solved: Solved,
  { in: known, ipv6 = true }: EffectiveRoutesOptions = {},
): readonly EffectiveRoute[] {
  const up = known ? createUp(known.topology, known.situation) : everything;
  return createEffectiveRoutes(solved, up).of(table, ipv6);
}

const everything: Meets = { meets: () => true };

type Meets = Pick<Up, "meets">;

export interface EffectiveRoutes {
  of(table: Table, ipv6: boolean): readonly EffectiveRoute[];
}

/** The same with a memory, for many tables: they share their layers, and subnets of equal settings all of them. */
export function createEffectiveRoutes(solved: Solved, up: Meets): EffectiveRoutes {
  const ofLayer = new Map<Layer, readonly Listed[]>();
  const ofLayers = { all: new Map<Table["layers"], Routes>(), ipv4: new Map<Table["layers"], Routes>() };

  function listedIn(layer: Layer): readonly Listed[] {
    const listed = ofLayer.get(layer) ?? listLayer(layer, solved, up);
    ofLayer.set(layer, listed);
    return listed;
  }

  function list(table: Table, ipv6: boolean): Routes {
    const listed = table.layers
      .flatMap(listedIn)
      .filter(({ row }) => ipv6 || row.prefix.family === 4)
      .sort((a, b) => a.place - b.place || comparePrefixes(a.row.prefix, b.row.prefix));
    return distinct(listed.flatMap((candidate) => routesOf(candidate, table, solved, up)));
  }

  return {
    of(table, ipv6) {
      const known = ipv6 ? ofLayers.all : ofLayers.ipv4;
      const routes = known.get(table.layers) ?? list(table, ipv6);
      known.set(table.layers, routes);
      return routes;
    },
  };
}

type Routes = readonly EffectiveRoute[];

/** A route, and what tells it from others. */
interface Written {
  readonly route: EffectiveRoute;
  readonly text: string;
}

/** A row that is there, as every table with its layer lists it. */
interface Listed extends Candidate {
  readonly place: number;
  /** What it is where nothing replaces it. */
  readonly active: readonly Written[];
}

function listLayer(layer: Layer, solved: Solved, up: Meets): readonly Listed[] {
  return rowsOfLayer(layer, solved)
    .rows.filter(({ row }) => up.meets(row.needs))
    .map((candidate) => ({
      ...candidate,
      place: placeOf(candidate),
      active: written(candidate, "Active"),
    }));
}

/** Azure's order: what the network has itself, gateways, the internet, the user's, single addresses. */
function placeOf({ layer, row }: Candidate): number {
  if (layer.source === "User") return 3;
  if (layer.yields) return 1;
  if (!layer.shields) return 2;
  return row.prefix.length === (row.prefix.family === 4 ? 32 : 128) ? 4 : 0;
}

function routesOf(candidate: Listed, table: Table, solved: Solved, up: Meets): readonly Written[] {
  const present = presentRows(rowsContaining(table, solved, candidate.row.prefix, up.meets));
  if (!present.some(({ row }) => row === candidate.row)) return [];

  const winner = strongest(present.filter(({ row }) => row.prefix.length === candidate.row.prefix.length));
  if (winner && strengthOf(winner) > strengthOf(candidate)) {
    const replacedByGateway = winner.layer.yields && !candidate.layer.yields;
    return replacedByGateway ? [] : written(candidate, "Invalid");
  }
  return isInvalidated(candidate, present) ? written(candidate, "Invalid") : candidate.active;
}

function strongest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates)
    if (best === undefined || strengthOf(candidate) > strengthOf(best)) best = candidate;
  return best;
}

/** One for each next hop where gateways offer several; what has one next hop with several addresses stays one row. */
function written({ layer, row }: Candidate, state: EffectiveRoute["state"]): readonly Written[] {
  const hops = layer.yields && row.nextHopIpAddresses.length > 1 ? row.nextHopIpAddresses : undefined;
  const lists = hops?.map((hop) => [hop]) ?? [row.nextHopIpAddresses];
  return lists.map((nextHopIpAddress) => {
    const route: EffectiveRoute = {
      ...(row.name === undefined ? {} : { name: row.name }),
      source: layer.source,
      state,
      addressPrefix: formatPrefix(row.prefix),
      nextHopType: row.nextHopType,
      nextHopIpAddress,
    };
    return { route, text: JSON.stringify(route) };
  });
}

/** Two speakers may program what an interface cannot tell apart. */
function distinct(routes: readonly Written[]): readonly EffectiveRoute[] {
  return [...new Map(routes.map(({ text, route }) => [text, route])).values()];
}
