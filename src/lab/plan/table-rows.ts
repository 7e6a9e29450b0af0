import { contains, formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Layer, LayerId, NextHop, Row, Table } from "../../model/topology.ts";
import type { Lookup } from "./ways.ts";
import { containsOf } from "./ways.ts";

/** What wins in a table whatever speakers say, with what it needs to be weighed against what they do. */
export interface StaticRow {
  readonly prefix: Prefix;
  readonly rank: number;
  /** Equal ways. */
  readonly nextHops: readonly NextHop[];
  /** Whether it is there, and leads nowhere, while none of its ways is up. */
  readonly stays: boolean;
}

/** A layer that speakers fill, and what of it can never win in this table. */
export interface LearnedLayer {
  readonly layer: Layer;
  readonly shields: readonly Prefix[];
}

interface Candidate {
  readonly layer: Layer;
  readonly row: Row;
}

export function staticRows(table: Table): readonly StaticRow[] {
  const all = candidatesOf(table);
  const groups = new Map<string, Candidate[]>();
  for (const candidate of all) {
    const { layer, row } = candidate;
    if (row.unlessDefaultRoute || isImplied(candidate) || isShielded(candidate, table)) continue;
    if (isInvalid(candidate, all) || isBeaten(candidate, table)) continue;

    const text = formatPrefix(row.prefix);
    const rivals = groups.get(text) ?? [];
    const strongest = rivals[0] ? rankOf(rivals[0].layer) : -1;
    if (rankOf(layer) > strongest) groups.set(text, [candidate]);
    if (rankOf(layer) === strongest) rivals.push(candidate);
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    return [
      {
        prefix: first.row.prefix,
        rank: rankOf(first.layer),
        nextHops: rows.map(({ row }) => row.nextHop),
        stays: rows.some(({ row }) => row.needs.length === 0),
      },
    ];
  });
}

/** IPv4 alone: the lab has no other. */
function candidatesOf({ layers }: Table): readonly Candidate[] {
  return layers
    .flatMap((layer) => layer.rows.map((row) => ({ layer, row })))
    .filter(({ row }) => row.prefix.family === 4);
}

function rankOf({ final, rank }: Layer): number {
  return final ? Number.POSITIVE_INFINITY : rank;
}

/** Within rows that beat all others, whatever their length, there is no other. */
function isBeaten({ layer, row }: Candidate, table: Table): boolean {
  return !layer.final && finalsOf(table).some((range) => contains(range, row.prefix));
}

function finalsOf({ layers }: Table): readonly Prefix[] {
  return layers.filter(({ final }) => final).flatMap(({ rows }) => rows.map(({ prefix }) => prefix));
}

/** In a lab the internet is nowhere, and nowhere is where everything goes that no row leads elsewhere. */
function isImplied({ layer, row }: Candidate): boolean {
  return layer.source === "Default" && row.prefix.length === 0 && row.nextHop.to === "internet";
}

function isShielded({ layer, row }: Candidate, table: Table): boolean {
  return layer.yields && shieldsOf(table).some((shield) => contains(shield, row.prefix));
}

function isInvalid({ layer, row }: Candidate, all: readonly Candidate[]): boolean {
  const { invalidUnder } = row;
  if (!invalidUnder) return false;

  return all.some(
    (other) =>
      other.layer.rank > layer.rank &&
      contains(other.row.prefix, row.prefix) &&
      contains(invalidUnder, other.row.prefix),
  );
}

function shieldsOf({ layers }: Table): readonly Prefix[] {
  return layers.filter(({ shields }) => shields).flatMap(({ rows }) => rows.map(({ prefix }) => prefix));
}

export function learnedLayersOf(table: Table, filled: ReadonlySet<LayerId>): readonly LearnedLayer[] {
  return table.layers
    .filter(({ id }) => filled.has(id))
    .map((layer) => ({
      layer,
      shields: [...(layer.yields ? shieldsOf(table) : []), ...finalsOf(table)].filter(
        ({ family }) => family === 4,
      ),
    }));
}

/** Where this table's own network, and those a link away, are: there its appliances stand. What wins comes first. */
export function directRows(table: Table): Lookup["direct"] {
  return candidatesOf(table)
    .filter(({ layer, row }) => !layer.yields && (row.nextHop.to === "members" || row.nextHop.to === "link"))
    .sort((a, b) => b.row.prefix.length - a.row.prefix.length || rankOf(b.layer) - rankOf(a.layer))
    .map(({ row }) => ({ nextHop: row.nextHop, contains: containsOf(row.prefix) }));
}
