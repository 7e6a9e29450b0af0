import { createPrefixTable, formatPrefix, type Prefix } from "../ip/index.ts";
import type { Situation } from "../model/situation.ts";
import type { Row, Topology } from "../model/topology.ts";
import type { LearnedRow, Solved } from "./solved.ts";
import { rowText } from "./trace/row-text.ts";
import { createUp } from "./up.ts";

/** A situation and what the speakers know in it. */
export interface Known {
  readonly solved: Solved;
  readonly situation: Situation;
}

/** The prefixes of all rows that are there, or lead somewhere, in one of two situations alone. */
export interface ChangedPrefixes {
  readonly isNone: boolean;
  /** A range that none of them cuts is looked up alike in all of its addresses, if it was in the first situation. */
  readonly cuts: (range: Prefix) => boolean;
}

export function changedPrefixes(topology: Topology, before: Known, after: Known): ChangedPrefixes {
  const changed = new Map<string, Prefix>();
  const note = ({ prefix }: Row) => changed.set(formatPrefix(prefix), prefix);

  const [was, is] = [createUp(topology, before.situation), createUp(topology, after.situation)];
  for (const row of rowsInNeed(topology)) if (was.meets(row.needs) !== is.meets(row.needs)) note(row);

  const [old, now] = [before.solved.layers, after.solved.layers];
  for (const id of old === now ? [] : new Set([...old.keys(), ...now.keys()])) {
    const [oldRows, newRows] = [old.get(id) ?? [], now.get(id) ?? []];
    if (oldRows === newRows) continue;
    const [oldTexts, newTexts] = [textsByPrefix(oldRows), textsByPrefix(newRows)];
    for (const [prefix, { row, text }] of oldTexts)
      if (newTexts.get(prefix)?.text !== text) changed.set(prefix, row.prefix);
    for (const [prefix, { row }] of newTexts) if (!oldTexts.has(prefix)) changed.set(prefix, row.prefix);
  }
  const table = createPrefixTable([...changed.values()].map((prefix) => [prefix, true] as const));
  return {
    isNone: changed.size === 0,
    cuts: (range) => table.inside(range).some(({ prefix }) => prefix.length > range.length),
  };
}

interface Said {
  /** One of those of its prefix. */
  readonly row: LearnedRow;
  /** What all of these say. */
  readonly text: string;
}

const ofRows = new WeakMap<readonly LearnedRow[], ReadonlyMap<string, Said>>();

/** The rows with everything up are held against those of many situations. */
function textsByPrefix(rows: readonly LearnedRow[]): ReadonlyMap<string, Said> {
  const known = ofRows.get(rows) ?? findTexts(rows);
  ofRows.set(rows, known);
  return known;
}

function findTexts(rows: readonly LearnedRow[]): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const row of rows) {
    const key = formatPrefix(row.prefix);
    said.set(key, { row, text: `${said.get(key)?.text ?? ""}${rowText(row)}\n` });
  }
  return said;
}

const inNeed = new WeakMap<Topology, readonly Row[]>();

/** Layers are shared by many tables, and each is gone through once. */
function rowsInNeed(topology: Topology): readonly Row[] {
  const known = inNeed.get(topology) ?? findRowsInNeed(topology);
  inNeed.set(topology, known);
  return known;
}

function findRowsInNeed({ tables }: Topology): readonly Row[] {
  const layers = new Set([...tables.values()].flatMap((table) => table.layers));
  return [...layers].flatMap(({ rows }) => rows.filter(({ needs }) => needs.length > 0));
}
