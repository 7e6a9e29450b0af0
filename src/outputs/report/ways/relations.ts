import type { GroupedEndpoint } from "./group-endpoints.ts";

/** One pair for all pairs of two groups, in one network or not. */
export interface Relation {
  readonly from: number;
  readonly to: number;
  readonly together: 0 | 1;
  /** Places in the list of endpoints. */
  readonly ends: readonly [number, number];
}

export function relationsOf(
  endpoints: readonly Pick<GroupedEndpoint, "home" | "group">[],
): readonly Relation[] {
  const groups = new Map<number, number[]>();
  const byHome = new Map<string, number[]>();
  for (const [index, { home, group }] of endpoints.entries()) {
    add(groups, group, index);
    add(byHome, home, index);
  }
  const homeOf = (index: number) => endpoints[index]?.home;
  const matesOf = (index: number) => byHome.get(homeOf(index) ?? "") ?? [];

  return [...groups].flatMap(([from, sources]) =>
    [...groups].flatMap(([to, targets]): readonly Relation[] => {
      const elsewhere = firstPair(sources, (source) => targets.find((one) => homeOf(one) !== homeOf(source)));
      const near = firstPair(sources, (source) =>
        matesOf(source).find((mate) => mate !== source && endpoints[mate]?.group === to),
      );
      return [
        ...(elsewhere ? [{ from, to, together: 0 as const, ends: elsewhere }] : []),
        ...(near ? [{ from, to, together: 1 as const, ends: near }] : []),
      ];
    }),
  );
}

function firstPair(
  sources: readonly number[],
  find: (source: number) => number | undefined,
): readonly [number, number] | undefined {
  for (const source of sources) {
    const target = find(source);
    if (target !== undefined) return [source, target];
  }
  return undefined;
}

function add<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}
