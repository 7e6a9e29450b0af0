import { comparePrefixes, createPrefixTable, type Prefix, type PrefixTable } from "../ip/index.ts";
import type { Layer } from "../model/topology.ts";
import type { AnyRow, LearnedRow, Solved } from "./solved.ts";

/** A row, and the layer that it stands in. */
export interface Candidate {
  readonly layer: Layer;
  readonly row: AnyRow;
}

/** The rows of one layer, those of one prefix side by side. */
export interface LayerRows {
  readonly rows: readonly Candidate[];
  readonly byPrefix: PrefixTable<readonly Candidate[]>;
}

/** Layers are shared by many tables, and what speakers programmed by all situations that do not touch them. */
const ofLayer = new WeakMap<Layer, LayerRows>();
const ofLearned = new WeakMap<readonly LearnedRow[], WeakMap<Layer, LayerRows>>();

export function rowsOfLayer(layer: Layer, solved: Solved): LayerRows {
  const learned = solved.layers.get(layer.id) ?? [];
  if (learned.length === 0) return remembered(ofLayer, layer, () => createLayerRows(layer, layer.rows));

  const known = remembered(ofLearned, learned, () => new WeakMap<Layer, LayerRows>());
  return remembered(known, layer, () => createLayerRows(layer, [...layer.rows, ...learned]));
}

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, create: () => V): V {
  const found = known.get(key) ?? create();
  known.set(key, found);
  return found;
}

function createLayerRows(layer: Layer, rows: readonly AnyRow[]): LayerRows {
  const candidates = rows.map((row) => ({ layer, row }));
  return { rows: candidates, byPrefix: createPrefixTable(groups(candidates)) };
}

function groups(candidates: readonly Candidate[]): readonly (readonly [Prefix, readonly Candidate[]])[] {
  const found: [Prefix, Candidate[]][] = [];
  for (const candidate of candidates.toSorted((a, b) => comparePrefixes(a.row.prefix, b.row.prefix))) {
    const { prefix } = candidate.row;
    const last = found.at(-1);
    if (last && comparePrefixes(last[0], prefix) === 0) last[1].push(candidate);
    else found.push([prefix, [candidate]]);
  }
  return found;
}
