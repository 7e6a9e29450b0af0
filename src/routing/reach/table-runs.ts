import { formatAddress, formatPrefix } from "../../ip/index.ts";
import type { Layer, NextHop, Node, Row, Table } from "../../model/topology.ts";
import type { Found } from "../lookup.ts";
import type { Solved } from "../solved.ts";
import { judgeAt, type World } from "../trace/world.ts";
import { privatePrefixes } from "./cuts.ts";
import { createInterner } from "./interner.ts";
import type { NodeKinds } from "./node-kinds.ts";
import type { Regions } from "./regions.ts";
import { createRuns, endOfRun, type Runs, sweep, valueAt } from "./runs.ts";

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
  /** For rules: whether the table leads there from that node. */
  isRoutedFrom(node: Node): boolean;
}

export type TableRunsOf = (table: Table) => TableRuns;

/** Each layer is cut once, and each table asked once for every way in which its layers meet. */
export function createTableRuns(
  world: World,
  solved: Solved,
  regions: Regions,
  tables: Pick<NodeKinds, "kindOfTable">,
): TableRunsOf {
  const known = new Map<string, TableRuns>();
  const kinds = createInterner<Row>();
  const stacks = createInterner<readonly number[]>();
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
    const rows: readonly Row[] = [...layer.rows, ...(solved.layers.get(layer.id) ?? [])];
    const present = rows.filter(({ needs }) => world.up.meets(needs));
    const ranges = present.map((row) => rangeOf(regions.numberOf(row.prefix), kindOf(row)));
    return sweep(ranges, (labels) => stacks.intern(labels.join(" "), () => labels));
  }

  /** Rows that differ in nothing else decide alike, whatever prefix they are for. */
  function kindOf(row: Row): number {
    const under = row.invalidUnder === undefined ? "" : formatPrefix(row.invalidUnder);
    const key = `${row.prefix.length} ${row.unlessDefaultRoute ?? ""} ${under} ${textOf(row.nextHop)}`;
    return kinds.intern(key, () => row);
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

        const found = world.lookup(table.id, address);
        const isPrivate = valueAt(privacy, region) === 1;
        decisions.push({
          region,
          isPrivate,
          found,
          isRoutedFrom: (node) => judgeAt(node, world).isRouted(address),
        });
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
    for (const [index, runs] of layers.entries()) end = Math.min(end, endOfRun(runs, at[index] ?? 0, count));
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

function textOf(hop: NextHop): string {
  switch (hop.to) {
    case "members":
      return `members ${hop.network}`;
    case "link":
      return `link ${hop.link}`;
    case "addresses":
      return `addresses ${hop.addresses.map(formatAddress).join(" ")}`;
    case "nodes":
      return `nodes ${hop.nodes.join(" ")}`;
    case "table":
      return `table ${hop.table}`;
    case "service":
      return `service ${hop.name}`;
    case "internet":
    case "none":
      return hop.to;
  }
}
