import { groupBy } from "./group-by.ts";
import type { Box, Point } from "./geometry.ts";
import { createHeap } from "./heap.ts";
import type { Port } from "./ports.ts";
import { createRoutingGrid, type RoutingGrid, type Surroundings } from "./routing-grid.ts";

const BEND = 36;
const SHARED = 400;
const CROSSING = 14;
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
      const found = search(grid, from, to, portCost);
      if (!found) return undefined;
      for (const port of [found.start, found.end]) usedPorts.set(keyOf(port), (usedPorts.get(keyOf(port)) ?? 0) + 1);
      grid.use(found.nodes);
      return corners([found.start.at, ...found.nodes.map((node) => grid.pointAt(node)), found.end.at]);
    },
  };
}

function keyOf({ at }: Port): string {
  return `${at.x} ${at.y}`;
}

interface Found {
  readonly start: Port;
  readonly end: Port;
  readonly nodes: readonly number[];
}

/** Dijkstra's search over points and the direction in which they are come to: even states horizontal, odd vertical. */
function search(
  grid: RoutingGrid,
  from: readonly Port[],
  to: readonly Port[],
  portCost: (port: Port) => number,
): Found | undefined {
  const heap = createHeap();
  const best = new Map<number, number>();
  const before = new Map<number, number>();
  const starts = new Map<number, Port>();
  const goals = groupBy(
    to.filter(({ outer }) => grid.isFree(grid.nodeAt(outer))),
    ({ outer, direction }) => stateOf(grid.nodeAt(outer), direction),
  );
  const ends = new Map<number, Port>();
  const reach = (state: number, cost: number, previous: number | undefined) => {
    if (cost >= (best.get(state) ?? Infinity)) return;
    best.set(state, cost);
    if (previous !== undefined) before.set(state, previous);
    heap.push(state, cost);
  };

  for (const port of from) {
    const node = grid.nodeAt(port.outer);
    const state = stateOf(node, port.direction);
    const cost = portCost(port);
    if (!grid.isFree(node) || cost >= (best.get(state) ?? Infinity)) continue;
    starts.set(state, port);
    reach(state, cost, undefined);
  }

  for (let next = heap.pop(); next; next = heap.pop()) {
    const { item: state, cost } = next;
    if (state < 0) return trace(-1 - state, before, starts, ends);
    if (cost > (best.get(state) ?? Infinity)) continue;

    for (const port of goals.get(state) ?? []) {
      const total = cost + portCost(port);
      const goal = -1 - state;
      if (total >= (best.get(goal) ?? Infinity)) continue;
      ends.set(state, port);
      best.set(goal, total);
      heap.push(goal, total);
    }
    for (const step of grid.stepsFrom(state >> 1)) {
      const turns = step.isVertical !== (state % 2 === 1);
      const price = step.length + (turns ? BEND : 0) + SHARED * step.uses + CROSSING * step.crossings;
      reach(2 * step.node + (step.isVertical ? 1 : 0), cost + price, state);
    }
  }
  return undefined;
}

function stateOf(node: number, direction: Port["direction"]): number {
  return 2 * node + (direction === "vertical" ? 1 : 0);
}

function trace(
  last: number,
  before: ReadonlyMap<number, number>,
  starts: ReadonlyMap<number, Port>,
  ends: ReadonlyMap<number, Port>,
): Found | undefined {
  const nodes: number[] = [];
  let state = last;
  for (let at: number | undefined = last; at !== undefined; at = before.get(at)) {
    nodes.push(at >> 1);
    state = at;
  }
  const [start, end] = [starts.get(state), ends.get(last)];
  return start && end ? { start, end, nodes: nodes.reverse() } : undefined;
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
