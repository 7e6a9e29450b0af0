/** What is to be done, lowest number first, and round again from the lowest: the order never depends on who asked. */
export interface WorkList {
  add(item: number): void;
  /** The next one after the last that was given, else the lowest; `undefined` when there is nothing left. */
  take(): number | undefined;
  /** How often it began again from the lowest; of a list that is drawn from, how many were given. */
  readonly rounds: number;
  readonly items: readonly number[];
}

/** `draw` answers which of so many is next; absent: they take turns. */
export function createWorkList(draw?: (count: number) => number): WorkList {
  const items: number[] = [];
  let last = -1;
  let rounds = 0;

  function placeOf(item: number): number {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((items[middle] ?? 0) < item) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add(item) {
      const place = placeOf(item);
      if (items[place] !== item) items.splice(place, 0, item);
    },

    take() {
      let place = draw ? draw(items.length) : placeOf(last + 1);
      if (place === items.length && place > 0) {
        rounds += 1;
        place = 0;
      }
      if (draw && items.length > 0) rounds += 1;
      const [item] = items.splice(place, 1);
      last = item ?? -1;
      return item;
    },

    get rounds() {
      return rounds;
    },
    items,
  };
}
