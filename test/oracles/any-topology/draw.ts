/** Chances by seed. Each feature draws from its own, so that turning one off leaves the others as they are. */
export interface Draw {
  chance(probability: number): boolean;
  /** From 0 to below `count`. */
  below(count: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Each with the same probability, in their order. */
  some<T>(choices: readonly T[], probability: number): readonly T[];
}

export function createDraw(seed: number, about: string): Draw {
  let state = seed | 0;
  for (let index = 0; index < about.length; index += 1)
    state = Math.imul(state ^ about.charCodeAt(index), 0x01_00_01_93);
  // mulberry32
  const next = () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    chance: (probability) => next() < probability,
    below,
    pick: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error(`There is nothing to pick from: ${about}.`);
      return chosen;
    },
    some: (choices, probability) => choices.filter(() => next() < probability),
  };
}
