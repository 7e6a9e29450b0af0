import { findWay } from "./find-way.ts";
import { type Box, boxAround, type Point } from "./geometry.ts";
import type { Port } from "./ports.ts";
import { createRoutingGrid, type Surroundings } from "./routing-grid.ts";

const USED_PORT = 300;

/** Finds ways around cards in right angles: short, with few bends, few crossings, and none on top of another. */
export interface Router {
  /** How many points the search may have to look at. */
  readonly size: number;
  route(from: readonly Port[], to: readonly Port[]): readonly Point[] | undefined;
}

export function createRouter(surroundings: Surroundings & { readonly stretches: readonly Box[] }): Router {
  const grid = createRoutingGrid(surroundings);
  for (const stretch of surroundings.stretches) grid.occupy(stretch);
  const usedPorts = new Map<string, number>();
  const portCost = (port: Port) => port.cost + USED_PORT * (usedPorts.get(keyOf(port)) ?? 0);

  return {
    size: grid.size,
    route(from, to) {
      const found = findWay(grid, from, to, portCost);
      if (!found) return undefined;
      for (const port of [found.start, found.end])
        usedPorts.set(keyOf(port), (usedPorts.get(keyOf(port)) ?? 0) + 1);
      const points = corners([
        found.start.at,
        ...found.nodes.map((node) => grid.pointAt(node)),
        found.end.at,
      ]);
      for (const [index, point] of points.entries())
        grid.occupy(boxAround(points[index - 1] ?? point, point));
      return points;
    },
  };
}

function keyOf({ at }: Port): string {
  return `${at.x} ${at.y}`;
}

/** Without the points at which a way goes straight on. */
function corners(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const [previous, next] = [points[index - 1], points[index + 1]];
    if (!previous || !next) return true;
    return !(
      (previous.x === point.x && point.x === next.x) ||
      (previous.y === point.y && point.y === next.y)
    );
  });
}
