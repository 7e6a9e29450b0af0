import { type Address, compareAddresses, contains, type Prefix } from "../ip/index.ts";
import type { Situation } from "../model/situation.ts";
import type { Layer, Needs, Row, Table, TableId, Topology } from "../model/topology.ts";
import { type Candidate, type LayerRows, rowsOfLayer } from "./layer-rows.ts";
import type { Solved } from "./solved.ts";
import { createUp } from "./up.ts";

export type { Candidate };

/** What decides about an address: one row, or several equal ones of one prefix. */
export interface Found {
  readonly table: Table;
  readonly rows: readonly [Candidate, ...Candidate[]];
}

export interface Lookup {
  /** `undefined` where no row of the table contains the address. */
  lookup(table: TableId, address: Address): Found | undefined;
  /** The same among the rows that `admits` lets through. */
  lookupAmong(table: TableId, address: Address, admits: (candidate: Candidate) => boolean): Found | undefined;
}

export function createLookup(topology: Topology, solved: Solved, situation: Situation): Lookup {
  const { meets } = createUp(topology, situation);
  const ofLayer = new Map<Layer, LayerRows>();
  /** Filters ask about an address just before its packet is looked up. */
  const latest = new Map<TableId, { readonly address: Address; readonly found: Found | undefined }>();

  function rowsOf(layer: Layer): LayerRows {
    const known = ofLayer.get(layer) ?? rowsOfLayer(layer, solved);
    ofLayer.set(layer, known);
    return known;
  }

  function containing(table: Table, address: Address): readonly Candidate[] {
    const found: Candidate[] = [];
    for (const layer of table.layers)
      for (const { value } of rowsOf(layer).byPrefix.lookupAll(address)) addMet(found, value, meets);
    return found;
  }

  function lookup(tableId: TableId, address: Address): Found | undefined {
    const before = latest.get(tableId);
    if (before && compareAddresses(before.address, address) === 0) return before.found;

    const found = lookupAmong(tableId, address);
    latest.set(tableId, { address, found });
    return found;
  }

  function lookupAmong(
    tableId: TableId,
    address: Address,
    admits?: (candidate: Candidate) => boolean,
  ): Found | undefined {
    const table = topology.tables.get(tableId);
    if (!table) return undefined;

    const valid = validRows(containing(table, address));
    const rows = winners(admits ? valid.filter(admits) : valid);
    return isFilled(rows) ? { table, rows } : undefined;
  }

  return { lookupAmong, lookup };
}

/** Every row that is there and contains all of the prefix. */
export function rowsContaining(
  table: Table,
  solved: Solved,
  prefix: Prefix,
  meets: (needs: Needs) => boolean,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const layer of table.layers)
    for (const { value } of rowsOfLayer(layer, solved).byPrefix.covering(prefix)) addMet(found, value, meets);

  return found;
}

function addMet(
  found: Candidate[],
  candidates: readonly Candidate[],
  meets: (needs: Needs) => boolean,
): void {
  for (const candidate of candidates)
    if (candidate.row.needs.length === 0 || meets(candidate.row.needs)) found.push(candidate);
}

/** What is there at all. All of the rows contain one address, so of two prefixes the shorter contains the longer. */
export function presentRows(containing: readonly Candidate[]): readonly Candidate[] {
  const own = containing.some(({ layer }) => layer.yields)
    ? containing.filter(({ layer, row }) => !layer.yields || !isShielded(row, containing))
    : containing;
  const givesWay = own.some(({ row }) => row.unlessDefaultRoute) && leadsElsewhere(own);
  return givesWay ? own.filter(({ row }) => !row.unlessDefaultRoute) : own;
}

function isShielded(row: Row, containing: readonly Candidate[]): boolean {
  return containing.some((other) => other.layer.shields && other.row.prefix.length <= row.prefix.length);
}

/** A default route to nowhere leaves the other ways to nowhere in place: recorded from Azure. */
function leadsElsewhere(present: readonly Candidate[]): boolean {
  const defaults = highest(present.filter(({ row }) => row.prefix.length === 0));
  return defaults.some(({ row }) => row.nextHop.to !== "internet" && row.nextHop.to !== "none");
}

/**
 * By routes that users write, and not by what gateways learn.
 * https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
 */
export function isInvalidated({ row }: Candidate, containing: readonly Candidate[]): boolean {
  const { invalidUnder } = row;
  if (!invalidUnder) return false;

  return containing.some(
    (other) =>
      other.layer.source === "User" &&
      contains(other.row.prefix, row.prefix) &&
      contains(invalidUnder, other.row.prefix),
  );
}

/** What of these may be followed at all. */
function validRows(containing: readonly Candidate[]): readonly Candidate[] {
  const present = presentRows(containing);
  return present.some(({ row }) => row.invalidUnder)
    ? present.filter((candidate) => !isInvalidated(candidate, present))
    : present;
}

/** What decides about addresses of the prefix that no longer one contains; none where rows of another prefix do. */
export function decidingRows(
  table: Table,
  solved: Solved,
  prefix: Prefix,
  meets: (needs: Needs) => boolean,
): readonly Candidate[] {
  const rows = decisiveAmong(rowsContaining(table, solved, prefix, meets));
  return rows.filter(({ row }) => row.prefix.length === prefix.length);
}

/** Of rows that all contain one address. */
export function decisiveAmong(containing: readonly Candidate[]): readonly Candidate[] {
  return winners(validRows(containing));
}

function winners(valid: readonly Candidate[]): readonly Candidate[] {
  const among = valid.some(({ layer }) => layer.final) ? valid.filter(({ layer }) => layer.final) : valid;
  let longest = 0;
  for (const { row } of among) longest = Math.max(longest, row.prefix.length);

  return highest(among.filter(({ row }) => row.prefix.length === longest));
}

function highest(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;

  let strength = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) strength = Math.max(strength, strengthOf(candidate));
  return candidates.filter((candidate) => strengthOf(candidate) === strength);
}

/** Between rows of one prefix. */
export function strengthOf({ layer }: Candidate): number {
  return layer.final ? Number.POSITIVE_INFINITY : layer.rank;
}

function isFilled<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
