import { neighbourhoods, type Neighbourhoods } from "./neighbourhoods.ts";
import type { Card, Picture } from "./picture.ts";

/** Cards that are drawn together: what hangs on a hub (or on several that share it), beneath it. */
export interface Cluster {
  readonly area: string;
  readonly hubs: readonly Card[];
  readonly members: readonly Card[];
  /** The card in another area that these members hang on, where they have no hub in their own. */
  readonly remoteHub?: string;
}

export function findClusters(picture: Picture): readonly Cluster[] {
  const around = neighbourhoods(picture.lines);
  const byKey = new Map(picture.cards.map((card) => [card.key, card]));
  const degree = degreesOf(picture, around, byKey);
  const cards = picture.cards.toSorted((a, b) => degree(b) - degree(a));
  const hubOf = assignHubs(cards, around, byKey, degree);
  const hubs = cards.filter((card) => hubOf.get(card.key) === card.key);
  const clusterOfHub = joinHubs(hubs, picture, around, hubOf);

  const groups = new Map<string, Card[]>();
  for (const card of picture.cards) {
    const hub = hubOf.get(card.key);
    const key = hub === undefined ? ` ${card.area}` : (clusterOfHub.get(hub) ?? `${hub} ${card.area}`);
    const group = groups.get(key);
    if (group) group.push(card);
    else groups.set(key, [card]);
  }
  return [...groups.values()].flatMap((group) => clusterOf(group, hubOf, clusterOfHub));
}

function clusterOf(
  group: readonly Card[],
  hubOf: ReadonlyMap<string, string>,
  clusterOfHub: ReadonlyMap<string, string>,
): readonly Cluster[] {
  const hubs = group.filter((card) => clusterOfHub.has(card.key));
  const members = group.filter((card) => !clusterOfHub.has(card.key));
  const first = group.at(0);
  if (!first) return [];

  const hub = hubOf.get(first.key);
  return [{ area: first.area, hubs, members, ...(hubs.length === 0 && hub !== undefined ? { remoteHub: hub } : {}) }];
}

/** A stack counts for as many as it stands for. */
function degreesOf(
  picture: Picture,
  around: Neighbourhoods,
  byKey: ReadonlyMap<string, Card>,
): (card: Card) => number {
  const degrees = new Map(
    picture.cards.map(({ key }) => {
      const neighbours = [...(around.get(key)?.keys() ?? [])];
      return [key, neighbours.reduce((sum, other) => sum + (byKey.get(other)?.count ?? 1), 0)] as const;
    }),
  );
  return (card) => (degrees.get(card.key) ?? 0) + (card.type === "mesh" ? 1 : 0);
}

/** Each card's hub: itself, one of its area, or one of another; none for a card without a line. Most connected first. */
function assignHubs(
  cards: readonly Card[],
  around: Neighbourhoods,
  byKey: ReadonlyMap<string, Card>,
  degree: (card: Card) => number,
): ReadonlyMap<string, string> {
  const hubOf = new Map<string, string>();
  const neighboursOf = (card: Card) =>
    [...(around.get(card.key)?.keys() ?? [])]
      .flatMap((key) => byKey.get(key) ?? [])
      .toSorted((a, b) => degree(b) - degree(a));

  for (const card of cards) {
    const neighbours = neighboursOf(card);
    const near = neighbours.filter(({ area }) => area === card.area);
    const hub = near.find(({ key }) => hubOf.get(key) === key);
    const [strongest] = neighbours;
    if (!strongest) continue;

    const leadsItself = near.length > 0 ? !hub : degree(card) > degree(strongest);
    if (card.type === "mesh" || leadsItself || isHubOfItsOwn(card, near, degree)) hubOf.set(card.key, card.key);
    else hubOf.set(card.key, (hub ?? strongest).key);
  }
  return hubOf;
}

/** Has clearly more connections than most of what it is connected to. */
function isHubOfItsOwn(card: Card, near: readonly Card[], degree: (card: Card) => number): boolean {
  const typical = near.map(degree).sort((a, b) => a - b)[Math.floor(near.length / 2)];
  return typical !== undefined && degree(card) >= 3 && degree(card) >= 2 * typical;
}

/** Hubs that share at least two of their cards' worth stand side by side above them. */
function joinHubs(
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
