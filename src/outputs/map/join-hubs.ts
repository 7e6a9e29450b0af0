import type { Neighbourhoods } from "./neighbourhoods.ts";
import type { Card, Picture } from "./picture.ts";

/** Hubs that share at least two of their cards' worth stand side by side above them. */
export function joinHubs(
  hubs: readonly Card[],
  picture: Picture,
  around: Neighbourhoods,
  hubOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const areaOf = new Map(hubs.map(({ key, area }) => [key, area]));
  const shared = new Map<string, number>();
  for (const { key, area, count } of picture.cards) {
    const first = hubOf.get(key);
    if (first === undefined || first === key || areaOf.get(first) !== area) continue;
    for (const other of around.get(key)?.keys() ?? []) {
      if (other === first || areaOf.get(other) !== area) continue;
      const pair = `${other}\n${first}`;
      shared.set(pair, (shared.get(pair) ?? 0) + count);
    }
  }
  const clusterOf = new Map(hubs.map(({ key }) => [key, key]));
  for (const [pair, count] of shared) {
    const [other = "", first = ""] = pair.split("\n");
    if (count < 2) continue;
    const [from, to] = [clusterOf.get(other), clusterOf.get(first)];
    for (const { key } of hubs) if (to !== undefined && clusterOf.get(key) === from) clusterOf.set(key, to);
  }
  return clusterOf;
}
