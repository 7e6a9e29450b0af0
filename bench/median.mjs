export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds of one call. */
export function timeOf(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Of contestants that take turns, so that a busy moment of the machine falls on all of them. The first round warms up. */
export function mediansOf(contestants, rounds) {
  const times = contestants.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, run] of contestants.entries()) {
      const time = timeOf(run);
      if (round > 0) times[index].push(time);
    }
  }
  return times.map(median);
}
