/**
 * 0, 1, 2, 4, … up to the limit, as far as they are possible, and then by halving the greatest count that is: some 20
 * for a hub of 400. The last is the greatest.
 */
export function countsToTry(limit: number, isPossible: (count: number) => boolean): number[] {
  const counts: number[] = [];
  let high = limit + 1;
  for (const count of doubling(limit)) {
    if (!isPossible(count)) {
      high = count;
      break;
    }
    counts.push(count);
  }
  let low = counts.at(-1) ?? high;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isPossible(middle)) {
      low = middle;
      counts.push(middle);
    } else high = middle;
  }
  return counts;
}

function doubling(limit: number): number[] {
  const counts = [0];
  for (let count = 1; count < limit; count *= 2) counts.push(count);
  return limit > 0 ? [...counts, limit] : counts;
}
