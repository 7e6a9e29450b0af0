import { type Box, boxAround, cross, grow, middle } from "./geometry.ts";
import type { PlacedText, Wire } from "./layout.ts";
import { labelOf } from "./line-title.ts";
import { metrics } from "./metrics.ts";
import type { Route } from "./route-lines.ts";
import { textWidth } from "./text-width.ts";

interface Scene {
  /** What no label may cover. */
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
  /** What a label is put across only where there is no other room. */
  readonly frames: readonly Box[];
}

/** A label on the longest stretch that has room for it; none where it would cover something. The legend says it too. */
export function labelRoutes(
  routes: readonly Route[],
  wires: readonly Wire[],
  scene: Scene,
): readonly PlacedText[] {
  const taken = [...scene.boxes];
  const lines = [...scene.wires, ...wires].map((wire) => ({ wire, boxes: boxesOf(wire) }));
  return wires.flatMap((wire, index): readonly PlacedText[] => {
    const route = routes[index];
    const others = lines.filter((line) => line.wire !== wire);
    const text = route ? routeLabel(route) : "";
    const places = boxesOf(wire)
      .toSorted((a, b) => Math.max(b.width, b.height) - Math.max(a.width, a.height))
      .flatMap((stretch) => placesOn(stretch, textWidth(text, metrics.labelSize) + 8))
      .filter((place) => {
        const room = grow(place, 3);
        return (
          !taken.some((other) => cross(room, other)) &&
          !others.some(({ boxes }) => boxes.some((other) => cross(room, grow(other, 0.5))))
        );
      });
    const box = places.find((place) => !scene.frames.some((frame) => cross(place, frame))) ?? places[0];
    if (!box) return [];
    taken.push(box);
    return [{ text, box, onLine: true, ...(wire.style ? { style: wire.style } : {}) }];
  });
}

function boxesOf({ points }: Wire): readonly Box[] {
  return points.slice(1).map((point, index) => boxAround(points[index] ?? point, point));
}

/** Along the stretch, from its middle outwards. Upright stretches take the text across themselves. */
function placesOn(stretch: Box, width: number): readonly Box[] {
  const { x, y } = middle(stretch);
  const isFlat = stretch.height === 0;
  if (!isFlat && stretch.width > 0) return [];
  if ((isFlat ? stretch.width : stretch.height) < (isFlat ? width + 12 : 30)) return [];

  return [0, -0.2, 0.2, -0.35, 0.35].map((share) => ({
    x: x - width / 2 + (isFlat ? share * stretch.width : 0),
    y: y - 8 + (isFlat ? 0 : share * stretch.height),
    width,
    height: 16,
  }));
}

function routeLabel({ lines }: Route): string {
  const [first] = lines;
  if (!first) return "";
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const labels = new Set(lines.map((line) => line.style.label));
  return labels.size === 1 ? labelOf({ ...first, count }) : `${count} connections`;
}
