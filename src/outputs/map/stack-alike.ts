import { buildStack } from "./build-stack.ts";
import { neighbourhoods } from "./neighbourhoods.ts";
import { type Card, type Line, type Picture, styleKey } from "./picture.ts";

/** A picture of more cards than this is read as groups and not one by one. */
const MOST_CARDS = 60;
const SMALLEST_STACK = 4;

/** In a large picture, cards of one area that hang on the same neighbours in the same way become one stack. */
export function stackAlike(picture: Picture): Picture {
  if (picture.cards.length <= MOST_CARDS) return picture;

  const groups = groupAlike(picture).filter((group) => group.length >= SMALLEST_STACK);
  const stackOf = new Map(
    groups.flatMap((group) => {
      const stack = buildStack(group);
      return group.map((card) => [card.key, stack] as const);
    }),
  );
  const cards = new Map(
    picture.cards.map((card) => stackOf.get(card.key) ?? card).map((card) => [card.key, card]),
  );
  const lines = new Map<string, Line>();
  for (const line of picture.lines) {
    const [a, b] = line.ends;
    const ends = [stackOf.get(a)?.key ?? a, stackOf.get(b)?.key ?? b] as const;
    const key = [...ends.toSorted(), styleKey(line.style)].join("\n");
    lines.set(key, { ...line, ends, count: (lines.get(key)?.count ?? 0) + line.count });
  }
  return { ...picture, cards: [...cards.values()], lines: [...lines.values()] };
}

/** Cards with few neighbours first: a hub is never put on a stack together with what its own spokes hang on. */
function groupAlike({ cards, lines }: Picture): readonly (readonly Card[])[] {
  const around = neighbourhoods(lines);
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    if (card.type === "mesh") continue;
    const looks = [...(around.get(card.key) ?? [])].flatMap(([key, found]) =>
      found.map(({ style, count }) => `${key} ${styleKey(style)} ${count}`),
    );
    const key = JSON.stringify([card.type, card.area, card.existing, ...looks.sort()]);
    const group = groups.get(key);
    if (group) group.push(card);
    else groups.set(key, [card]);
  }

  const taken = new Set<string>();
  const degree = ([card]: readonly Card[]) => (card ? (around.get(card.key)?.size ?? 0) : 0);
  return [...groups.values()]
    .toSorted((a, b) => degree(a) - degree(b) || b.length - a.length)
    .filter((group) => {
      const [first] = group;
      const neighbours = first ? [...(around.get(first.key)?.keys() ?? [])] : [];
      if (group.length < SMALLEST_STACK || neighbours.some((key) => taken.has(key))) return false;
      for (const { key } of group) taken.add(key);
      return true;
    });
}
