/** A queue that gives the cheapest first; of equal ones any, but always the same. */
export interface Heap {
  push(item: number, cost: number): void;
  pop(): { readonly item: number; readonly cost: number } | undefined;
}

export function createHeap(): Heap {
  const items: number[] = [];
  const costs: number[] = [];
  const costAt = (index: number) => costs[index] ?? Infinity;
  const swap = (a: number, b: number) => {
    [items[a], items[b]] = [items[b] ?? 0, items[a] ?? 0];
    [costs[a], costs[b]] = [costAt(b), costAt(a)];
  };

  return {
    push(item, cost) {
      items.push(item);
      costs.push(cost);
      let index = items.length - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (costAt(parent) <= costAt(index)) break;
        swap(parent, index);
        index = parent;
      }
    },
    pop() {
      const [item] = items;
      const [cost] = costs;
      if (item === undefined || cost === undefined) return undefined;
      swap(0, items.length - 1);
      items.pop();
      costs.pop();
      let index = 0;
      for (;;) {
        const left = 2 * index + 1;
        const smaller = costAt(left + 1) < costAt(left) ? left + 1 : left;
        if (smaller >= items.length || costAt(index) <= costAt(smaller)) break;
        swap(index, smaller);
        index = smaller;
      }
      return { item, cost };
    },
  };
}
