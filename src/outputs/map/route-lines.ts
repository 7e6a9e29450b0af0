import { titleSize } from "./area-title.ts";
import { type Box, boxAround, middle, type Point } from "./geometry.ts";
import { labelRoutes } from "./label-routes.ts";
import type { Layout, PlacedText, Wire } from "./layout.ts";
import { lineTitle } from "./line-title.ts";
import type { Line } from "./picture.ts";
import { pointPorts, portsOf } from "./ports.ts";
import { createRouter } from "./router.ts";

/** Lines to be drawn as one, between cards or from a card to the point where a bus begins. */
export interface Route {
  readonly lines: readonly Line[];
  readonly ends: readonly [string, string | Point];
}

type Scene = Pick<Layout, "areas" | "cards" | "wires" | "notes">;

/** In a picture of more, no way around is worth its search: straight lines behind the cards. */
const MOST_STEPS = 8_000_000;

export function routeLines(
  routes: readonly Route[],
  scene: Scene,
): { wires: readonly Wire[]; notes: readonly PlacedText[] } {
  if (routes.length === 0) return { wires: [], notes: [] };

  const boxes = new Map(scene.cards.map((placed) => [placed.card.key, outline(placed)]));
  const boxOf = (key: string): Box => boxes.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
  const ends = routes.map(
    ({ ends: [from, to] }) =>
      [portsOf(boxOf(from)), typeof to === "string" ? portsOf(boxOf(to)) : pointPorts(to)] as const,
  );

  const router = createRouter({
    obstacles: [...boxes.values(), ...scene.notes.map(({ box }) => box), ...scene.areas.map(titleBox)],
    stretches: [
      ...scene.wires.flatMap(({ points }) => stretches(points)),
      ...scene.areas.flatMap(({ box }) => sidesOf(box)),
    ],
    ports: ends.flat(2),
    edges: scene.areas.map(({ box }) => box),
  });
  const isTooMuch = router.size * routes.length > MOST_STEPS;

  const wires = routes.map((route, index): Wire => {
    const [from = [], to = []] = ends[index] ?? [];
    const points = isTooMuch ? undefined : router.route(from, to);
    const [start, end] = [boxOf(route.ends[0]), route.ends[1]];
    const straight = [middle(start), typeof end === "string" ? middle(boxOf(end)) : end];
    return {
      points: points ?? straight,
      style: styleOf(route),
      title: route.lines.map(lineTitle).slice(0, 1).join(""),
      corners: "round",
      part: "line",
      lines: route.lines,
    };
  });
  return {
    wires,
    notes: isTooMuch
      ? []
      : labelRoutes(routes, wires, {
          boxes: [
            ...scene.cards.map(({ box }) => box),
            ...scene.notes.map(({ box }) => box),
            ...scene.areas.map(titleBox),
          ],
          wires: scene.wires,
          frames: scene.areas.flatMap(({ box }) => sidesOf(box)),
        }),
  };
}

/** With the edges of the cards behind it, where it is a stack. */
function outline({ card, box }: Layout["cards"][number]): Box {
  return card.count > 1 ? { ...box, width: box.width + 8, height: box.height + 8 } : box;
}

function sidesOf({ x, y, width, height }: Box): readonly Box[] {
  const [right, bottom] = [x + width, y + height];
  return stretches([
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y },
  ]);
}

function styleOf({ lines }: Route): Wire["style"] {
  const [first] = lines;
  return first &&
    lines.every(({ style }) => style.label === first.style.label && style.state === first.style.state)
    ? first.style
    : undefined;
}

function titleBox({ area, box, count }: Layout["areas"][number]): Box {
  return { x: box.x + 16, y: box.y + 10, ...titleSize(area, count) };
}

export function stretches(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((point, index) => boxAround(points[index] ?? point, point));
}
