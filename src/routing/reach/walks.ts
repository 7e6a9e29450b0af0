import { firstAddress } from "../../ip/index.ts";
import type { World } from "../trace/world.ts";
import { hostPrefixes } from "./cuts.ts";
import { type Arrival, endsWith, type Next, type Place } from "./next.ts";
import type { NodeKinds } from "./node-kinds.ts";
import { codeOf } from "./outcome-codes.ts";
import type { Regions } from "./regions.ts";
import { addClipped, createRuns, endOfRun, everywhere, overlay, type Runs, runAt } from "./runs.ts";
import { nextsAt, passOn } from "./steps.ts";
import type { Decision, TableRuns, TableRunsOf } from "./table-runs.ts";
import type { WayBook } from "./ways.ts";

/** Where packets go from a place, for every region of their destination: in runs. */
export interface Walks {
  readonly starts: Int32Array;
  /** Numbers of sets of ways. */
  readonly ways: Int32Array;
  /** Numbers of decisions of the place's table. */
  readonly decided: Int32Array;
  readonly decisions: readonly Decision[];
}

export function waysTo({ starts, ways }: Walks, region: number): number {
  return ways[runAt({ starts }, region)] ?? 0;
}

export interface Walker {
  from(place: Place): Walks;
}

interface Spot extends Place {
  readonly key: string;
  readonly tableRuns: TableRuns;
  /** By the numbers of decisions. */
  readonly steps: Map<number, Steps>;
  readonly known: Map<number, Runs>;
  whole: Walks | undefined;
}

interface Steps {
  /** The ways, where they end without another place. */
  readonly fixed: number | undefined;
  readonly all: readonly Step[];
}

interface Step {
  /** What it meets first, as a path. */
  readonly met: number;
  readonly to: { readonly ways: number } | { readonly spot: Spot } | { readonly entry: Entry };
}

/** A node that keeps what is for its own addresses and sends on the rest. */
interface Entry {
  /** The regions of those, in order. */
  readonly own: readonly number[];
  readonly staying: number;
  readonly onward: Step;
}

interface Walked {
  readonly runs: Runs;
  /** How far up the way it had to look to see a circle; what looks above its own beginning is true there alone. */
  readonly lowest: number;
}

const nowhere = Number.POSITIVE_INFINITY;

/**
 * A packet's future depends on where it is and where it goes, and on its source only by the checks that ways carry with
 * them: so each place is walked from once for each run of destinations, and those that lead there share it.
 */
export function createWalker(
  world: World,
  regions: Regions,
  kinds: NodeKinds,
  tableRunsOf: TableRunsOf,
  book: WayBook,
): Walker {
  const spots = new Map<string, Spot>();
  const entries = new Map<string, Entry>();
  const onTheWay = new Map<string, number>();

  function spotOf(place: Place): Spot {
    const key = `${kinds.kindOfSender(place.node)} at ${kinds.kindOfTable(place.table)} ${place.passesOn}`;
    const spot = spots.get(key) ?? {
      ...place,
      key,
      tableRuns: tableRunsOf(place.table),
      steps: new Map(),
      known: new Map(),
      whole: undefined,
    };
    spots.set(key, spot);
    return spot;
  }

  function stepsAt(spot: Spot, number: number): Steps {
    const known = spot.steps.get(number) ?? findSteps(spot, number);
    spot.steps.set(number, known);
    return known;
  }

  function findSteps(spot: Spot, number: number): Steps {
    const decision = spot.tableRuns.decisions[number];
    const nexts = decision ? nextsAt(spot, decision, regions, kinds, world) : [endsWith("noRoute")];
    const all = nexts.map(stepOf);
    const ends = all.flatMap(({ met, to }) => ("ways" in to ? [book.after(met, to.ways)] : []));
    const isFixed = ends.length === all.length;
    const none = book.settled(codeOf("notModelled"));
    return { all, fixed: isFixed ? (ends.length === 0 ? none : ends.reduce(book.both)) : undefined };
  }

  function stepOf({ path, to }: Next): Step {
    const met = book.path(path);
    if (to.at === "end") return { met, to: { ways: book.ending(to.end) } };
    return { met, to: to.at === "place" ? { spot: spotOf(to.place) } : { entry: entryOf(to.arrival) } };
  }

  function entryOf(arrival: Arrival): Entry {
    const { node, table, passesOn } = arrival;
    const key = `${node.id} ${table} ${passesOn}`;
    const entry = entries.get(key) ?? findEntry(arrival);
    entries.set(key, entry);
    return entry;
  }

  function findEntry(arrival: Arrival): Entry {
    const { node } = arrival;
    const staying = book.ending({ at: "node", node });
    if (!world.up.isUp(node.id)) return { own: [], staying, onward: stepOf(endsWith("dropped")) };

    const own = hostPrefixes(node).map((prefix) => regions.regionOf(firstAddress(prefix)));
    return { own: own.sort((a, b) => a - b), staying, onward: stepOf(passOn(arrival, world)) };
  }

  function walk(spot: Spot, run: number): Walked {
    const steps = stepsAt(spot, spot.tableRuns.runs.values[run] ?? 0);
    if (steps.fixed !== undefined) return { runs: everywhere(steps.fixed), lowest: nowhere };

    const known = spot.known.get(run) ?? (spot.whole && partOf(spot.whole, spot, run));
    if (known) return { runs: known, lowest: nowhere };

    const here = `${run} ${spot.key}`;
    const before = onTheWay.get(here);
    if (before !== undefined) return { runs: everywhere(book.settled(codeOf("loop"))), lowest: before };

    const depth = onTheWay.size;
    onTheWay.set(here, depth);
    const walked = walkOn(spot, run, steps.all);
    onTheWay.delete(here);
    if (walked.lowest < depth) return walked;
    spot.known.set(run, walked.runs);
    return { runs: walked.runs, lowest: nowhere };
  }

  function walkOn({ tableRuns: { runs } }: Spot, run: number, steps: readonly Step[]): Walked {
    const start = runs.starts[run] ?? 0;
    const end = endOfRun(runs, run, regions.count);
    let together: Runs | undefined;
    let lowest = nowhere;
    for (const step of steps) {
      const walked = follow(step, start, end);
      lowest = Math.min(lowest, walked.lowest);
      together = together ? overlay(together, walked.runs, book.both) : walked.runs;
    }
    return { runs: together ?? everywhere(book.settled(codeOf("notModelled"))), lowest };
  }

  function follow({ met, to }: Step, start: number, end: number): Walked {
    if ("ways" in to) return { runs: everywhere(book.after(met, to.ways)), lowest: nowhere };
    if ("spot" in to) return prepended(met, throughSpot(to.spot, start, end));
    return prepended(met, throughEntry(to.entry, start, end));
  }

  function prepended(met: number, { runs, lowest }: Walked): Walked {
    return {
      runs: { starts: runs.starts, values: runs.values.map((ways) => book.after(met, ways)) },
      lowest,
    };
  }

  function throughSpot(spot: Spot, start: number, end: number): Walked {
    const { runs } = spot.tableRuns;
    const builder = createRuns();
    let lowest = nowhere;
    for (let run = runAt(runs, start); (runs.starts[run] ?? end) < end; run += 1) {
      const walked = walk(spot, run);
      lowest = Math.min(lowest, walked.lowest);
      const [from, to] = [
        Math.max(start, runs.starts[run] ?? 0),
        Math.min(end, endOfRun(runs, run, regions.count)),
      ];
      addClipped(builder, walked.runs, from, to, start);
    }
    return { runs: builder.finish(), lowest };
  }

  function throughEntry({ own, staying, onward }: Entry, start: number, end: number): Walked {
    const { runs, lowest } = follow(onward, start, end);
    const here = own.filter((region) => start <= region && region < end);
    if (here.length === 0) return { runs, lowest };

    const stays = createRuns();
    stays.add(0, 0);
    for (const region of here) {
      stays.add(region, 1);
      stays.add(region + 1, 0);
    }
    const kept = overlay(runs, stays.finish(), (ways, stay) => (stay === 1 ? staying : ways));
    return { runs: kept, lowest };
  }

  /** What its runs were made from is not kept: of most places packets only begin there. */
  function wholeOf(spot: Spot): Walks {
    const starts: number[] = [];
    const ways: number[] = [];
    const decided: number[] = [];
    const { runs, decisions } = spot.tableRuns;
    for (let run = 0; run < runs.starts.length; run += 1) {
      const walked = walk(spot, run).runs;
      const [start, end] = [runs.starts[run] ?? 0, endOfRun(runs, run, regions.count)];
      for (let part = runAt(walked, start); (walked.starts[part] ?? end) < end; part += 1) {
        starts.push(Math.max(start, walked.starts[part] ?? 0));
        ways.push(walked.values[part] ?? 0);
        decided.push(runs.values[run] ?? 0);
      }
    }
    spot.known.clear();
    return {
      starts: Int32Array.from(starts),
      ways: Int32Array.from(ways),
      decided: Int32Array.from(decided),
      decisions,
    };
  }

  function partOf({ starts, ways }: Walks, { tableRuns: { runs } }: Spot, run: number): Runs {
    const first = runAt({ starts }, runs.starts[run] ?? 0);
    const last = runAt({ starts }, endOfRun(runs, run, regions.count) - 1);
    return { starts: starts.subarray(first, last + 1), values: ways.subarray(first, last + 1) };
  }

  return {
    from(place) {
      const spot = spotOf(place);
      spot.whole ??= wholeOf(spot);
      return spot.whole;
    },
  };
}
