/** Numbers for values, in the order in which they come; equal ones get one number. */
export interface Interner<T> {
  readonly values: readonly T[];
  of(value: T): number;
}

export function createInterner<T>(): Interner<T> {
  const values: T[] = [];
  const numbers = new Map<string, number>();
  return {
    values,
    of: (value) => {
      const key = JSON.stringify(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      values.push(value);
      return values.length - 1;
    },
  };
}
