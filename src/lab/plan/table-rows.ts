import { contains, formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Layer, LayerId, NextHop, Row, Table, Topology } from "../../model/topology.ts";
import { rangesToNowhere } from "./ranges-to-nowhere.ts";
import { finalsOf, type Shield, shieldsOf } from "./shields.ts";
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
  readonly shields: readonly Shield[];
}

interface Candidate {
  readonly layer: Layer;
  readonly row: Row;
}

export function staticRows(table: Table, topology: Topology): readonly StaticRow[] {
  const all = candidatesOf(table);
  const toNowhere = new Set(rangesToNowhere(table, topology).rows);
  const groups = new Map<string, Candidate[]>();
  for (const candidate of all) {
    const { layer, row } = candidate;
    if (givesWay(row, toNowhere) || isImplied(candidate) || isShielded(candidate, table)) continue;
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

function givesWay(row: Row, toNowhere: ReadonlySet<Row>): boolean {
  return row.unlessDefaultRoute === true && !toNowhere.has(row);
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
  return !layer.final && isInside(row.prefix, finalsOf(table));
}

function isInside(prefix: Prefix, shields: readonly Shield[]): boolean {
  return shields.some((shield) => contains(shield.prefix, prefix));
}

/** In a lab the internet is nowhere, and nowhere is where everything goes that no row leads elsewhere. */
function isImplied({ layer, row }: Candidate): boolean {
  return layer.source === "Default" && row.prefix.length === 0 && row.nextHop.to === "internet";
}

function isShielded({ layer, row }: Candidate, table: Table): boolean {
  return layer.yields && isInside(row.prefix, shieldsOf(table));
}

function isInvalid({ row }: Candidate, all: readonly Candidate[]): boolean {
  const { invalidUnder } = row;
  if (!invalidUnder) return false;

  return all.some(
    (other) =>
      other.layer.source === "User" &&
      contains(other.row.prefix, row.prefix) &&
      contains(invalidUnder, other.row.prefix),
  );
}

export function learnedLayersOf(table: Table, filled: ReadonlySet<LayerId>): readonly LearnedLayer[] {
  return table.layers
    .filter(({ id }) => filled.has(id))
    .map((layer) => ({
      layer,
      shields: [...(layer.yields ? shieldsOf(table) : []), ...finalsOf(table)],
    }));
}

/** Where this table's own network, and those a link away, are: there its appliances stand. What wins comes first. */
export function directRows(own: Table, { tables }: Topology): Lookup["direct"] {
  const table = tables.get(own.nextHopsIn ?? own.id) ?? own;
  return candidatesOf(table)
    .filter(({ layer, row }) => !layer.yields && (row.nextHop.to === "members" || row.nextHop.to === "link"))
    .sort((a, b) => b.row.prefix.length - a.row.prefix.length || rankOf(b.layer) - rankOf(a.layer))
    .map(({ row }) => ({ nextHop: row.nextHop, contains: containsOf(row.prefix) }));
}
