/** Equal keys get equal numbers, counted from 0. */
export interface Interner<T> {
  intern(key: string, make: () => T): number;
  readonly at: (id: number) => T;
  readonly size: () => number;
}

export function createInterner<T>(): Interner<T> {
  const ids = new Map<string, number>();
  const values: T[] = [];
  return {
    intern(key, make) {
      const known = ids.get(key);
      if (known !== undefined) return known;

      const id = values.length;
      values.push(make());
      ids.set(key, id);
      return id;
    },
    at(id) {
      const value = values[id];
      if (value === undefined) throw new Error(`Nothing has the number ${id}.`);
      return value;
    },
    size: () => values.length,
  };
}

/** Of objects, by their identity. */
export function createNumbering(): (value: object) => number {
  const ids = new Map<object, number>();
  return (value) => {
    const id = ids.get(value) ?? ids.size;
    ids.set(value, id);
    return id;
  };
}
