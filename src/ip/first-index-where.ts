/**
 * Binary search: the first index in `[start, end)` whose item fulfils the condition, or `end`. The items must be sorted
 * so that all which do not fulfil it come before all which do.
 */
export function firstIndexWhere<T>(
  sorted: ArrayLike<T>,
  condition: (item: T) => boolean,
  start = 0,
  end = sorted.length,
): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle];
    if (item !== undefined && condition(item)) high = middle;
    else low = middle + 1;
  }

  return low;
}
