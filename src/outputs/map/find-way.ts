import { bounds } from "./geometry.ts";
import { groupBy } from "./group-by.ts";
import { createHeap } from "./heap.ts";
import type { Port } from "./ports.ts";
import type { RoutingGrid } from "./routing-grid.ts";

const BEND = 36;
const SHARED = 400;
const CROSSING = 14;

export interface Way {
  readonly start: Port;
  readonly end: Port;
  readonly nodes: readonly number[];
}

/** A* over points and the direction in which they are come to: even states horizontal, odd vertical. */
export function findWay(
  grid: RoutingGrid,
  from: readonly Port[],
  to: readonly Port[],
  portCost: (port: Port) => number,
): Way | undefined {
  const heap = createHeap();
  const best = new Float64Array(2 * grid.size).fill(Infinity);
  const before = new Int32Array(2 * grid.size).fill(NONE);
  const goals = groupBy(freeAmong(to, grid), (port) => stateOf(grid.nodeAt(port.outer), port.direction));
  const remaining = distanceTo(goals.size === 0 ? [] : freeAmong(to, grid), grid);
  const starts = new Map<number, Port>();
  let found: { state: number; port: Port; total: number } | undefined;

  for (const port of freeAmong(from, grid)) {
    const state = stateOf(grid.nodeAt(port.outer), port.direction);
    const cost = portCost(port);
    if (cost >= (best[state] ?? 0)) continue;
    starts.set(state, port);
    best[state] = cost;
    heap.push(state, cost + remaining(state >> 1));
  }

  for (let next = heap.pop(); next && next.cost < (found?.total ?? Infinity); next = heap.pop()) {
    const state = next.item;
    const cost = best[state] ?? Infinity;
    if (next.cost > cost + remaining(state >> 1)) continue;

    for (const port of goals.get(state) ?? []) {
      const total = cost + portCost(port);
      if (total < (found?.total ?? Infinity)) found = { state, port, total };
    }
    grid.eachStep(state >> 1, (node, isVertical, length, uses, crossings) => {
      const turns = isVertical !== (state % 2 === 1);
      const total = cost + length + (turns ? BEND : 0) + SHARED * uses + CROSSING * crossings;
      const reached = 2 * node + (isVertical ? 1 : 0);
      if (total >= (best[reached] ?? 0)) return;
      best[reached] = total;
      before[reached] = state;
      heap.push(reached, total + remaining(node));
    });
  }
  return found && trace(found.state, found.port, before, starts);
}

const NONE = -1;

function freeAmong(ports: readonly Port[], grid: RoutingGrid): readonly Port[] {
  return ports.filter(({ outer }) => grid.isFree(grid.nodeAt(outer)));
}

/** At least so far is it still to the box around the goals. */
function distanceTo(goals: readonly Port[], grid: RoutingGrid): (node: number) => number {
  const { x, y, width, height } = bounds(goals.map(({ outer }) => ({ ...outer, width: 0, height: 0 })));
  return (node) => {
    const point = grid.pointAt(node);
    return Math.max(0, x - point.x, point.x - x - width) + Math.max(0, y - point.y, point.y - y - height);
  };
}

function stateOf(node: number, direction: Port["direction"]): number {
  return 2 * node + (direction === "vertical" ? 1 : 0);
}

function trace(
  last: number,
  end: Port,
  before: Int32Array,
  starts: ReadonlyMap<number, Port>,
): Way | undefined {
  const nodes: number[] = [];
  let state = last;
  for (let at = last; at !== NONE; at = before[at] ?? NONE) {
    nodes.push(at >> 1);
    state = at;
  }
  const start = starts.get(state);
  return start && { start, end, nodes: nodes.reverse() };
}
