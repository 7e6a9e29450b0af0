import type { NodeId } from "../../model/topology.ts";
import type { AddressClass } from "./endpoint-classes.ts";
import { endOfRun, type Runs } from "./runs.ts";
import type { Shapes } from "./shapes.ts";

/** Regions that ways lead to alike: each to the network that all classes of the region stand in, or none to any. */
export interface Stretches {
  /** By the indexes of runs: where the stretch around begins and ends. */
  readonly starts: Int32Array;
  /** Where it begins if the run is to be taken region by region. */
  readonly ends: Int32Array;
  /** The index of the first run behind it. */
  readonly nexts: Int32Array;
}

/** Whether its regions may be asked about together. */
export function isStretch({ starts, ends }: Stretches, run: number): boolean {
  return (ends[run] ?? 0) > (starts[run] ?? 0);
}

export interface StretchFinder {
  readonly of: (ways: Runs) => Stretches;
  /** All classes of its region stand in the same as this one. */
  isRegular(of: AddressClass): boolean;
}

/** Of a region without classes, and of one with several homes. */
const nobody = null;
const several = undefined;

export function createStretches(
  classes: readonly AddressClass[],
  regionCount: number,
  shapes: Shapes,
): StretchFinder {
  const known = new Map<Runs, Stretches>();
  const homes: (NodeId | typeof nobody | typeof several)[] = Array.from(
    { length: regionCount },
    () => nobody,
  );
  for (const { region, home } of classes) {
    homes[region] = homes[region] === nobody || homes[region] === home ? home : several;
  }

  function leadsHome(network: NodeId | undefined, start: number, end: number): boolean {
    if (network === undefined) return true;
    for (let region = start; region < end; region += 1) {
      const home = homes[region];
      if (home !== nobody && home !== network) return false;
    }
    return true;
  }

  /** Equal for runs that may stand in one stretch; `undefined` where a run is to be taken region by region. */
  function kindOf(ways: Runs, run: number): number | undefined {
    const shape = shapes.shapeOf(ways.values[run] ?? 0);
    const end = endOfRun(ways, run, regionCount);
    return shape && leadsHome(shape.network, ways.starts[run] ?? 0, end) ? shape.body.number : undefined;
  }

  function endOfKind(ways: Runs, first: number, kind: number): number {
    let last = first + 1;
    while (last < ways.starts.length && kindOf(ways, last) === kind) last += 1;
    return last;
  }

  function find(ways: Runs): Stretches {
    const count = ways.starts.length;
    const found = {
      starts: new Int32Array(count),
      ends: new Int32Array(count),
      nexts: new Int32Array(count),
    };
    for (let first = 0; first < count; ) {
      const kind = kindOf(ways, first);
      const last = kind === undefined ? first + 1 : endOfKind(ways, first, kind);
      const start = ways.starts[first] ?? 0;
      found.starts.fill(start, first, last);
      found.nexts.fill(last, first, last);
      found.ends.fill(kind === undefined ? start : endOfRun(ways, last - 1, regionCount), first, last);
      first = last;
    }
    return found;
  }

  return {
    of(ways) {
      const stretches = known.get(ways) ?? find(ways);
      known.set(ways, stretches);
      return stretches;
    },
    isRegular: ({ region, home }) => homes[region] === home,
  };
}
