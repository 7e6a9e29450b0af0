import { createPairNumbering } from "./pair-memory.ts";

/** Lists that grow at their end, as numbers: 0 is the empty one. */
export interface Stacks {
  readonly onto: (stack: number, item: number) => number;
  /** Adds its items, the first first. */
  readonly unpack: (stack: number, into: number[]) => void;
}

export function createStacks(): Stacks {
  const numberOf = createPairNumbering();
  const below: number[] = [];
  const top: number[] = [];

  function unpack(stack: number, into: number[]): void {
    if (stack === 0) return;
    unpack(below[stack] ?? 0, into);
    into.push(top[stack] ?? 0);
  }

  return {
    onto(stack, item) {
      const grown = numberOf(stack, item);
      below[grown] = stack;
      top[grown] = item;
      return grown;
    },
    unpack,
  };
}
