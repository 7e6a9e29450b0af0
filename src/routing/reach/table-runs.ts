import type { Address } from "../../ip/index.ts";
import type { Layer, Table } from "../../model/topology.ts";
import { type Candidate, decisiveAmong, type Found } from "../lookup.ts";
import type { Solved } from "../solved.ts";
import type { World } from "../trace/world.ts";
import { privatePrefixes } from "./cuts.ts";
import type { NodeKinds } from "./node-kinds.ts";
import { createPairNumbering } from "./pair-memory.ts";
import type { Regions } from "./regions.ts";
import { createRowKinds, heedsPrefixes } from "./row-kinds.ts";
import { createRuns, endOfRun, type LabelledRange, type Runs, sweep, valueAt } from "./runs.ts";
import { createStacks } from "./stacks.ts";

/** What a table says of every region: runs of numbers into `decisions`. */
export interface TableRuns {
  readonly runs: Runs;
  readonly decisions: readonly Decision[];
}

export interface Decision {
  /** Of all tables: where the layers of two say the same, they decide the same. */
  readonly number: number;
  /** A region that it is about, with an address in it. */
  readonly region: number;
  readonly isPrivate: boolean;
  readonly found: Found | undefined;
}

export type TableRunsOf = (table: Table) => TableRuns;

/** Each layer is cut once, and tables are asked once for every way in which their layers meet. */
export function createTableRuns(
  world: World,
  solved: Solved,
  regions: Regions,
  tables: Pick<NodeKinds, "kindOfTable" | "numberOf" | "mayLeaveOut">,
): TableRunsOf {
  const known = new Map<number, TableRuns>();
  /** By the numbers of meetings. */
  const shared = new Map<number, Decision>();
  let decisionCount = 0;
  const kindsIn = createRowKinds(tables.numberOf);
  /** Of each kind of rows, one: all others say the same. */
  const rowOf: Candidate[] = [];
  const stacks = createStacks();
  const ofLayer = new Map<Layer, Runs>();
  const numberOfMeeting = createPairNumbering();
  const privacy = sweep(
    privatePrefixes.map((prefix) => rangeOf(regions.numberOf(prefix), 1)),
    () => 1,
  );

  function runsOfLayer(layer: Layer): Runs {
    const runs = ofLayer.get(layer) ?? cutLayer(layer);
    ofLayer.set(layer, runs);
    return runs;
  }

  function cutLayer(layer: Layer): Runs {
    const kindOf = kindsIn(layer);
    const ranges: LabelledRange[] = [];
    for (const rows of [layer.rows, solved.layers.get(layer.id) ?? []])
      for (const row of rows)
        if (row.needs.length === 0 || world.up.meets(row.needs)) {
          const kind = kindOf(row);
          rowOf[kind] ??= { layer, row };
          ranges.push(rangeOf(regions.numberOf(row.prefix), kind));
        }
    return sweep(ranges, stacks.onto);
  }

  function rangeOf(start: number, label: number) {
    return { start, end: regions.ends[start] ?? regions.count, label };
  }

  return (table) => {
    const kind = tables.kindOfTable(table);
    const runs = known.get(kind) ?? cutTable(table);
    known.set(kind, runs);
    return runs;
  };

  /** Found when asked: most tables hold much that leads to nobody. */
  function createDecision(region: number, isPrivate: boolean, table: Table, address: Address): Decision {
    let found: Found | undefined;
    let isFound = false;
    decisionCount += 1;
    return {
      number: decisionCount - 1,
      region,
      isPrivate,
      get found() {
        if (!isFound) found = find(table, region, address);
        isFound = true;
        return found;
      },
    };
  }

  /** As the table is looked up, but by what its layers say of the region, which is known already. */
  function find(table: Table, region: number, address: Address): Found | undefined {
    const kinds: number[] = [];
    for (const layer of table.layers) stacks.unpack(valueAt(runsOfLayer(layer), region), kinds);
    if (tables.mayLeaveOut(table) || kinds.some(heedsPrefixes)) return world.lookup(table.id, address);

    const [first, ...others] = decisiveAmong(kinds.flatMap((kind) => rowOf[kind] ?? []));
    return first && { table, rows: [first, ...others] };
  }

  function cutTable(table: Table): TableRuns {
    // What a network has for itself stands in front; what it shares with others is met first, and so meets the same.
    const layers = [privacy, ...table.layers.map(runsOfLayer).reverse()];
    const isShared = !tables.mayLeaveOut(table);
    const numbers = new Map<number, number>();
    const decisions: Decision[] = [];
    const builder = createRuns();
    forEachMeeting(layers, regions.count, numberOfMeeting, (start, end, meeting) => {
      const known = numbers.get(meeting);
      const decision = known === undefined ? decide(start, end, meeting) : undefined;
      if (decision) decisions.push(decision);
      const number = known ?? (decision && decisions.length - 1);
      if (number === undefined) return;

      builder.add(numbers.size === 0 ? 0 : start, number);
      numbers.set(meeting, number);
    });
    return { runs: builder.finish(), decisions };

    /** `undefined` where no address is in any of the regions. */
    function decide(start: number, end: number, meeting: number): Decision | undefined {
      const known = isShared ? shared.get(meeting) : undefined;
      const decision = known ?? decideAnew(start, end, table);
      if (isShared && decision && !known) shared.set(meeting, decision);
      return decision;
    }
  }

  function decideAnew(start: number, end: number, table: Table): Decision | undefined {
    for (let region = start; region < end; region += 1) {
      const address = regions.addressIn(region);
      if (address) return createDecision(region, valueAt(privacy, region) === 1, table, address);
    }
    return undefined;
  }
}

/** Every longest stretch in which no layer changes, with a number for what they say together. */
function forEachMeeting(
  layers: readonly Runs[],
  count: number,
  numberOf: (a: number, b: number) => number,
  visit: (start: number, end: number, meeting: number) => void,
): void {
  const at = new Int32Array(layers.length);
  const met = new Int32Array(layers.length + 1);
  let changed = 0;
  for (let start = 0; start < count; ) {
    for (let index = changed; index < layers.length; index += 1) {
      met[index + 1] = numberOf(met[index] ?? 0, layers[index]?.values[at[index] ?? 0] ?? 0);
    }
    let end = count;
    for (let index = 0; index < layers.length; index += 1) {
      const runs = layers[index];
      if (runs) end = Math.min(end, endOfRun(runs, at[index] ?? 0, count));
    }
    visit(start, end, met[layers.length] ?? 0);

    for (let index = layers.length - 1; index >= 0; index -= 1) {
      const runs = layers[index];
      if (!runs || endOfRun(runs, at[index] ?? 0, count) !== end) continue;
      at[index] = (at[index] ?? 0) + 1;
      changed = index;
    }
    start = end;
  }
}
