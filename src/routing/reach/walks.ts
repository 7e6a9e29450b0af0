import type { Place } from "./next.ts";
import { codeOf } from "./outcome-codes.ts";
import type { Regions } from "./regions.ts";
import { addClipped, createRuns, endOfRun, everywhere, overlay, type Runs, runAt, valueAt } from "./runs.ts";
import type { Entry, Spot, Spots, Step } from "./spots.ts";
import type { Decision } from "./table-runs.ts";
import type { WayBook } from "./ways.ts";

/** Where packets go from a place, for every region of their destination. */
export interface Walks {
  /** Of the place's table: numbers of decisions. */
  readonly runs: Runs;
  readonly decisions: readonly Decision[];
  /** Of the regions of one of those runs: numbers of sets of ways. What it says of others means nothing. */
  readonly waysIn: (run: number) => Runs;
}

export function waysTo({ runs, waysIn }: Walks, region: number): number {
  return valueAt(waysIn(runAt(runs, region)), region);
}

export interface Walker {
  from(place: Place): Walks;
}

interface Walked {
  readonly runs: Runs;
  /** How far up the way it had to look to see a circle; what looks above its own beginning is true there alone. */
  readonly lowest: number;
  /** Where a circle was seen, from a region up to another. */
  readonly circles: readonly Circle[];
}

type Circle = readonly [start: number, end: number];

const nowhere = Number.POSITIVE_INFINITY;

function straight(runs: Runs): Walked {
  return { runs, lowest: nowhere, circles: [] };
}

/**
 * A packet's future depends on where it is and where it goes, and on its source only by the checks that ways carry with
 * them: so each place is walked from once for each run of destinations, and those that lead there share it.
 */
export function createWalker(regions: Regions, { spotOf, stepsAt }: Spots, book: WayBook): Walker {
  /** By the numbers of spots, and of their runs. */
  const ofSpot: Map<number, Walked>[] = [];
  /** By the numbers of spots. */
  const walks: Walks[] = [];
  /** The ways on that many places share, for all regions. */
  const shared = new Map<string, { readonly first: Spot; walked: Walked | undefined }>();
  /** By the numbers of spots, and of their runs. */
  const onTheWay = new Map<number, number>();

  function walk(spot: Spot, run: number): Walked {
    const steps = stepsAt(spot, run);
    if (steps.fixed !== undefined) return straight(everywhere(steps.fixed));

    const known = ofSpot[spot.number]?.get(run);
    if (known) return known;

    const here = spot.number * regions.count + run;
    const before = onTheWay.get(here);
    const [start, end] = extentOf(spot, run);
    const circles: readonly Circle[] = [[start, end]];
    if (before !== undefined)
      return { runs: everywhere(book.settled(codeOf("loop"))), lowest: before, circles };

    const depth = onTheWay.size;
    onTheWay.set(here, depth);
    const walked = walkOn(steps.all, start, end);
    onTheWay.delete(here);
    if (walked.lowest < depth) return walked;
    const whole = { ...walked, lowest: nowhere };
    keep(spot, run, whole);
    return whole;
  }

  function keep({ number }: Spot, run: number, walked: Walked): void {
    const ofRuns = ofSpot[number] ?? new Map<number, Walked>();
    ofSpot[number] = ofRuns;
    ofRuns.set(run, walked);
  }

  function extentOf({ tableRuns: { runs } }: Spot, run: number): Circle {
    return [runs.starts[run] ?? 0, endOfRun(runs, run, regions.count)];
  }

  function walkOn(steps: readonly Step[], start: number, end: number): Walked {
    let together: Walked | undefined;
    for (const step of steps) {
      const walked = follow(step, start, end);
      together = together ? united(together, walked) : walked;
    }
    return together ?? straight(everywhere(book.settled(codeOf("notModelled"))));
  }

  function united(a: Walked, b: Walked): Walked {
    return {
      runs: overlay(a.runs, b.runs, book.both),
      lowest: Math.min(a.lowest, b.lowest),
      circles: joined(a.circles, b.circles),
    };
  }

  function follow({ met, to }: Step, start: number, end: number): Walked {
    if ("ways" in to) return straight(everywhere(book.after(met, to.ways)));
    if ("spot" in to) return prepended(met, throughSpot(to.spot, start, end));
    return prepended(met, throughEntry(to.entry, start, end));
  }

  function prepended(met: number, walked: Walked): Walked {
    if (met === book.nothing) return walked;

    const { starts, values } = walked.runs;
    return { ...walked, runs: { starts, values: values.map((ways) => book.after(met, ways)) } };
  }

  function throughSpot(spot: Spot, start: number, end: number): Walked {
    const { runs } = spot.tableRuns;
    const builder = createRuns();
    let lowest = nowhere;
    let circles: readonly Circle[] = [];
    for (let run = runAt(runs, start); (runs.starts[run] ?? end) < end; run += 1) {
      const walked = walk(spot, run);
      const [first, last] = extentOf(spot, run);
      lowest = Math.min(lowest, walked.lowest);
      if (walked.circles.length > 0) circles = joined(circles, [[first, last]]);
      addClipped(builder, walked.runs, Math.max(start, first), Math.min(end, last), start);
    }
    return { runs: builder.finish(), lowest, circles };
  }

  function throughEntry({ own, staying, onward }: Entry, start: number, end: number): Walked {
    const walked = follow(onward, start, end);
    const here = own.filter((region) => start <= region && region < end);
    if (here.length === 0) return walked;

    const stays = createRuns();
    stays.add(0, 0);
    for (const region of here) {
      stays.add(region, 1);
      stays.add(region + 1, 0);
    }
    const kept = overlay(walked.runs, stays.finish(), (ways, stay) => (stay === 1 ? staying : ways));
    return { ...walked, runs: kept };
  }

  /**
   * Spokes of a hub go on the same way: from the second on that does, that way is walked for all regions at once. Not
   * where it turns in a circle, which looks different from each place in it.
   */
  function waysIn(spot: Spot, run: number): Runs {
    const steps = stepsAt(spot, run);
    if (steps.fixed !== undefined) return everywhere(steps.fixed);

    const known = shared.get(steps.key) ?? { first: spot, walked: undefined };
    shared.set(steps.key, known);
    if (known.first === spot) return walk(spot, run).runs;

    known.walked ??= walkOn(steps.all, 0, regions.count);
    const [start, end] = extentOf(spot, run);
    const isStraight = known.walked.circles.every((circle) => circle[1] <= start || end <= circle[0]);
    return isStraight ? known.walked.runs : walk(spot, run).runs;
  }

  function walksOf(spot: Spot): Walks {
    const { runs, decisions } = spot.tableRuns;
    const known: Runs[] = [];
    return {
      runs,
      decisions,
      waysIn(run) {
        const ways = known[run] ?? waysIn(spot, run);
        known[run] = ways;
        return ways;
      },
    };
  }

  return {
    from(place) {
      const spot = spotOf(place);
      const known = walks[spot.number] ?? walksOf(spot);
      walks[spot.number] = known;
      return known;
    },
  };
}

function joined(a: readonly Circle[], b: readonly Circle[]): readonly Circle[] {
  return a.length === 0 ? b : b.length === 0 ? a : [...a, ...b];
}
