import type { Cluster } from "./find-clusters.ts";
import { type Box, bounds, cross, grow, middle, type Size, shift } from "./geometry.ts";
import type { ClusterLayout, PlacedCard, Wire } from "./layout.ts";
import { lineTitle } from "./line-title.ts";
import { metrics } from "./metrics.ts";
import type { Neighbourhoods } from "./neighbourhoods.ts";
import type { Card, Picture } from "./picture.ts";
import { crossesBox } from "./segment.ts";
import { textWidth } from "./text-width.ts";

/** More chords than those of so many are a blot. */
const MOST_CARDS = 10;
const CAPTION = 30;

/** A small mesh that stands alone, as everybody draws it: in a circle, each joined to each. */
export function placeRing(
  { hubs: [mesh, ...others], members }: Cluster,
  meshes: Picture["meshes"],
  around: Neighbourhoods,
  size: Size,
): ClusterLayout | undefined {
  const inside = mesh && meshes.get(mesh.key);
  const spokes = mesh ? [...(around.get(mesh.key)?.values() ?? [])].flat() : [];
  if (!inside || others.length > 0 || members.length > MOST_CARDS || spokes.length !== members.length)
    return undefined;

  const boxes = ringOf(members, size);
  const ends = inside.map((line) => ({ line, from: boxes.get(line.ends[0]), to: boxes.get(line.ends[1]) }));
  const text = mesh.details.join(", ");
  const outer = bounds([...boxes.values()]);
  const by = { x: -outer.x, y: CAPTION - outer.y };
  const wires = ends.flatMap(({ line, from, to }): readonly Wire[] =>
    from && to
      ? [
          {
            points: [shift(middle(from), by), shift(middle(to), by)],
            style: line.style,
            title: lineTitle(line),
            corners: "square",
            part: "line",
            lines: [line],
          },
        ]
      : [],
  );
  if (wires.length < inside.length) return undefined;

  return {
    width: outer.width,
    height: outer.height + CAPTION,
    cards: members.flatMap((card): readonly PlacedCard[] => {
      const box = boxes.get(card.key);
      return box ? [{ card, box: shift(box, by), isHub: false }] : [];
    }),
    wires,
    notes: [
      { text, box: { x: 0, y: 0, width: textWidth(text, metrics.labelSize), height: 15 }, onLine: false },
    ],
    drawn: spokes,
  };
}

/** The smallest circle, flattened like the cards, on which no card meets another and no chord a card that it does not join. */
function ringOf(members: readonly Card[], size: Size): ReadonlyMap<string, Box> {
  const aspect = 0.62;
  const turn = members.length % 2 === 0 ? Math.PI / members.length : 0;
  for (let radius = size.width * 0.7; ; radius += 10) {
    const boxes = members.map((_, index) => {
      const angle = (2 * Math.PI * index) / members.length - Math.PI / 2 + turn;
      const [x, y] = [Math.cos(angle) * radius, Math.sin(angle) * radius * aspect];
      return { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2), ...size };
    });
    if (radius > 4000 || isClear(boxes))
      return new Map(members.map(({ key }, index) => [key, boxes[index] ?? { x: 0, y: 0, ...size }]));
  }
}

function isClear(boxes: readonly Box[]): boolean {
  return boxes.every((a, first) =>
    boxes.slice(first + 1).every((b) => {
      const others = boxes.filter((other) => other !== a && other !== b);
      return (
        !cross(grow(a, 14), grow(b, 8)) &&
        others.every((other) => !crossesBox(middle(a), middle(b), grow(other, 6)))
      );
    }),
  );
}
