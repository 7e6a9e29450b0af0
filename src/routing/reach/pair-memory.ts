/** What was found for two numbers, once for each pair. The first of the two are counted from 0, without large holes. */
export type PairMemory = (a: number, b: number, find: (a: number, b: number) => number) => number;

export function createPairMemory(): PairMemory {
  const rows: Map<number, number>[] = [];
  return (a, b, find) => {
    const row = rows[a] ?? new Map<number, number>();
    rows[a] = row;
    const known = row.get(b);
    if (known !== undefined) return known;

    const found = find(a, b);
    row.set(b, found);
    return found;
  };
}

/** Equal pairs get equal numbers, counted from 1: 0 is for what has nothing before it. */
export function createPairNumbering(): (a: number, b: number) => number {
  const numberOf = createPairMemory();
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  return (a, b) => numberOf(a, b, next);
}
