/**
 * A value for every region, as runs of equal ones: run `i` begins at region `starts[i]` and ends where the next begins.
 * The first begins at 0.
 */
export interface Runs {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

export interface RunsBuilder {
  /** From that region on; in order, a second value for one region replaces the first. */
  add(start: number, value: number): void;
  finish(): Runs;
}

export function createRuns(): RunsBuilder {
  const starts: number[] = [];
  const values: number[] = [];
  return {
    add(start, value) {
      if (starts[starts.length - 1] === start) {
        starts.pop();
        values.pop();
      }
      if (values[values.length - 1] === value) return;

      starts.push(start);
      values.push(value);
    },
    finish: () => ({ starts: new Int32Array(starts), values: new Int32Array(values) }),
  };
}

/** The index of the run that holds a region. */
export function runAt({ starts }: Pick<Runs, "starts">, region: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= region) low = middle;
    else high = middle;
  }
  return low;
}

export function valueAt(runs: Runs, region: number): number {
  return runs.values[runAt(runs, region)] ?? 0;
}

/** Where run `index` ends: before this region. */
export function endOfRun({ starts }: Runs, index: number, count: number): number {
  return starts[index + 1] ?? count;
}

const uniform: Runs[] = [];

/** One value for all regions. */
export function everywhere(value: number): Runs {
  const known = uniform[value] ?? { starts: Int32Array.of(0), values: Int32Array.of(value) };
  uniform[value] = known;
  return known;
}

/** Adds what `runs` says of `from` up to `to`; the first of all begins at 0. */
export function addClipped(builder: RunsBuilder, runs: Runs, from: number, to: number, first: number): void {
  for (let run = runAt(runs, from); (runs.starts[run] ?? to) < to; run += 1) {
    const start = Math.max(from, runs.starts[run] ?? 0);
    builder.add(start === first ? 0 : start, runs.values[run] ?? 0);
  }
}

/** What both say of each region, as one. */
export function overlay(a: Runs, b: Runs, combine: (a: number, b: number) => number): Runs {
  const builder = createRuns();
  for (let i = 0, j = 0, start = 0; ; ) {
    builder.add(start, combine(a.values[i] ?? 0, b.values[j] ?? 0));
    const [nextA, nextB] = [a.starts[i + 1] ?? Infinity, b.starts[j + 1] ?? Infinity];
    start = Math.min(nextA, nextB);
    if (start === Infinity) return builder.finish();
    if (nextA === start) i += 1;
    if (nextB === start) j += 1;
  }
}

export interface LabelledRange {
  readonly start: number;
  readonly end: number;
  readonly label: number;
}

/**
 * What is around each region: 0 outside of all ranges, and in a range what `onto` says of its label and of what is
 * around the range. Ranges nest; of equal ones each is around the next, in the order given.
 */
export function sweep(
  ranges: readonly LabelledRange[],
  onto: (around: number, label: number) => number,
): Runs {
  if (ranges.length === 0) return everywhere(0);

  const ordered = ranges.length < 2 ? ranges : ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const runs = createRuns();
  const values: number[] = [];
  const ends: number[] = [];
  const closeUpTo = (region: number) => {
    for (let end = ends.at(-1); end !== undefined && end <= region; end = ends.at(-1)) {
      while (ends.at(-1) === end) {
        ends.pop();
        values.pop();
      }
      runs.add(end, values.at(-1) ?? 0);
    }
  };
  runs.add(0, 0);
  for (const { start, end, label } of ordered) {
    closeUpTo(start);
    const value = onto(values.at(-1) ?? 0, label);
    ends.push(end);
    values.push(value);
    runs.add(start, value);
  }
  closeUpTo(Number.POSITIVE_INFINITY);
  return runs.finish();
}
