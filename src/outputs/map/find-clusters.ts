import { assignHubs } from "./assign-hubs.ts";
import { joinHubs } from "./join-hubs.ts";
import { type Neighbourhoods, neighbourhoods } from "./neighbourhoods.ts";
import type { Card, Picture } from "./picture.ts";

/** Cards that are drawn together: what hangs on a hub (or on several that share it), beneath it. */
export interface Cluster {
  readonly area: string;
  readonly hubs: readonly Card[];
  readonly members: readonly Card[];
  /** The card in another area that these members hang on, where they have no hub in their own. */
  readonly remoteHub: string | undefined;
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
    const near = hub !== undefined && byKey.get(hub)?.area === card.area ? clusterOfHub.get(hub) : undefined;
    const key = near ?? `${hub ?? ""} ${card.area}`;
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
  return [
    {
      area: first.area,
      hubs,
      members,
      remoteHub: hubs.length === 0 ? hub : undefined,
    },
  ];
}

/** More than any network has neighbours: what a person called a hub is one. */
const NAMED_HUB = 1_000_000;

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
  return (card) =>
    (degrees.get(card.key) ?? 0) + (card.type === "mesh" ? 1 : 0) + (card.isNamedHub ? NAMED_HUB : 0);
}
