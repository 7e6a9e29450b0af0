/** All subsets of a size, in the order of their elements. */
export function* smallSubsets<T>(elements: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [place, first] of elements.entries())
    for (const rest of smallSubsets(elements.slice(place + 1), size - 1)) yield [first, ...rest];
}
