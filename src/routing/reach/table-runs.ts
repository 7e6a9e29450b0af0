import { type Address, formatAddress, formatPrefix } from "../../ip/index.ts";
import type { Layer, NextHop, Table } from "../../model/topology.ts";
import type { Found } from "../lookup.ts";
import type { AnyRow, Solved } from "../solved.ts";
import type { World } from "../trace/world.ts";
import { privatePrefixes } from "./cuts.ts";
import { createInterner } from "./interner.ts";
import type { NodeKinds } from "./node-kinds.ts";
import type { Regions } from "./regions.ts";
import { createRuns, endOfRun, type LabelledRange, type Runs, sweep, valueAt } from "./runs.ts";

/** What a table says of every region: runs of numbers into `decisions`. */
export interface TableRuns {
  readonly runs: Runs;
  readonly decisions: readonly Decision[];
}

export interface Decision {
  /** A region that it is about, with an address in it. */
  readonly region: number;
  readonly isPrivate: boolean;
  readonly found: Found | undefined;
}

export type TableRunsOf = (table: Table) => TableRuns;

/** Each layer is cut once, and each table asked once for every way in which its layers meet. */
export function createTableRuns(
  world: World,
  solved: Solved,
  regions: Regions,
  tables: Pick<NodeKinds, "kindOfTable" | "numberOf" | "mayLeaveOut">,
): TableRunsOf {
  const known = new Map<string, TableRuns>();
  const founds = new Map<string, Found | undefined>();
  const kinds = createInterner<true>();
  const stacks = createInterner<true>();
  const single: number[] = [];
  const ofLayer = new Map<Layer, Runs>();
  const privacy = sweep(
    privatePrefixes.map((prefix) => rangeOf(regions.numberOf(prefix), 1)),
    (labels) => Math.min(labels.length, 1),
  );

  function runsOfLayer(layer: Layer): Runs {
    const runs = ofLayer.get(layer) ?? cutLayer(layer);
    ofLayer.set(layer, runs);
    return runs;
  }

  function cutLayer(layer: Layer): Runs {
    const ranges: LabelledRange[] = [];
    for (const rows of [layer.rows, solved.layers.get(layer.id) ?? []])
      for (const row of rows)
        if (world.up.meets(row.needs)) ranges.push(rangeOf(regions.numberOf(row.prefix), kindOf(row, layer)));
    return sweep(ranges, stackOf);
  }

  function stackOf(labels: readonly number[]): number {
    const [only, another] = labels;
    if (only === undefined || another !== undefined) return stacks.intern(labels.join(" "), () => true);
    const known = single[only] ?? stacks.intern(`${only}`, () => true);
    single[only] = known;
    return known;
  }

  /** Rows that differ in nothing else decide alike, whatever prefix they are for. */
  function kindOf(row: AnyRow, { source, rank, shields, yields, final }: Layer): number {
    const under = row.invalidUnder === undefined ? "" : formatPrefix(row.invalidUnder);
    const key = `${row.undecided ?? ""} ${row.prefix.length} ${row.unlessDefaultRoute ?? ""} ${under} ${textOf(row.nextHop, tables.numberOf)}`;
    return kinds.intern(`${source} ${rank} ${shields} ${yields} ${final} ${key}`, () => true);
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

  /** Looked up when asked: most tables hold much that leads to nobody. */
  function createDecision(region: number, isPrivate: boolean, table: Table, address: Address): Decision {
    let found: Found | undefined;
    let isFound = false;
    return {
      region,
      isPrivate,
      get found() {
        if (!isFound) found = find(region, table, address);
        isFound = true;
        return found;
      },
    };
  }

  /** Where layers say the same of an address, tables do: most tables of a hub's spokes say the same of most addresses. */
  function find(region: number, table: Table, address: Address): Found | undefined {
    if (tables.mayLeaveOut(table)) return world.lookup(table.id, address);

    const key = table.layers.map((layer) => valueAt(runsOfLayer(layer), region)).join(" ");
    if (!founds.has(key)) founds.set(key, world.lookup(table.id, address));
    return founds.get(key);
  }

  function cutTable(table: Table): TableRuns {
    const layers = [privacy, ...table.layers.map(runsOfLayer)].sort(
      (a, b) => a.starts.length - b.starts.length,
    );
    const join = createJoin(stacks.size() + 2);
    const numbers = new Map<number, number>();
    const decisions: Decision[] = [];
    const builder = createRuns();
    forEachMeeting(layers, regions.count, join, (start, end, meeting) => {
      const decision = numbers.get(meeting) ?? decide(start, end);
      if (decision === undefined) return;

      builder.add(numbers.size === 0 ? 0 : start, decision);
      numbers.set(meeting, decision);
    });
    return { runs: builder.finish(), decisions };

    /** `undefined` where no address is in any of the regions. */
    function decide(start: number, end: number): number | undefined {
      for (let region = start; region < end; region += 1) {
        const address = regions.addressIn(region);
        if (!address) continue;

        decisions.push(createDecision(region, valueAt(privacy, region) === 1, table, address));
        return decisions.length - 1;
      }
      return undefined;
    }
  }
}

/** One number for two, so that any number of layers is one number in the end. The second is below `limit`. */
function createJoin(limit: number): (a: number, b: number) => number {
  const joined = new Map<number, number>();
  return (a, b) => {
    const key = a * limit + b;
    const known = joined.get(key) ?? joined.size;
    joined.set(key, known);
    return known;
  };
}

/** Every longest stretch in which no layer changes. Those that change most often come last. */
function forEachMeeting(
  layers: readonly Runs[],
  count: number,
  join: (a: number, b: number) => number,
  visit: (start: number, end: number, meeting: number) => void,
): void {
  const at = new Int32Array(layers.length);
  const met = new Float64Array(layers.length + 1);
  let changed = 0;
  for (let start = 0; start < count; ) {
    for (let index = changed; index < layers.length; index += 1) {
      met[index + 1] = join(met[index] ?? 0, layers[index]?.values[at[index] ?? 0] ?? 0);
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

function textOf(hop: NextHop, numberOf: (id: string) => number): string {
  switch (hop.to) {
    case "members":
      return `members ${numberOf(hop.network)}`;
    case "link":
      return `link ${numberOf(hop.link)}`;
    case "addresses":
      return `addresses ${hop.addresses.map(formatAddress).join(" ")}`;
    case "nodes":
      return `nodes ${hop.nodes.map(numberOf).join(" ")}`;
    case "table":
      return `table ${numberOf(hop.table)}`;
    case "service":
      return `service ${hop.name}`;
    case "internet":
    case "none":
      return hop.to;
  }
}
