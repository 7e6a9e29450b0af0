import type { Neighbourhoods } from "./neighbourhoods.ts";
import type { Card } from "./picture.ts";

/** Each card's hub: itself, one of its area, or one of another; none for a card without a line. Most connected first. */
export function assignHubs(
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
    if (card.type === "mesh" || leadsItself || isHubOfItsOwn(card, near, degree))
      hubOf.set(card.key, card.key);
    else hubOf.set(card.key, (hub ?? strongest).key);
  }
  return hubOf;
}

/** Has clearly more connections than most of what it is connected to. */
function isHubOfItsOwn(card: Card, near: readonly Card[], degree: (card: Card) => number): boolean {
  const typical = near.map(degree).sort((a, b) => a - b)[Math.floor(near.length / 2)];
  return typical !== undefined && degree(card) >= 3 && degree(card) >= 2 * typical;
}
