import { type Box, grow, type Point } from "./geometry.ts";
import type { Port } from "./ports.ts";

export interface Surroundings {
  /** What no line may run across. */
  readonly obstacles: readonly Box[];
  readonly ports: readonly Port[];
  /** Frames, along which no line is to run. */
  readonly edges: readonly Box[];
}

/** Horizontals and verticals along which lines may run, and who runs there already. */
export interface RoutingGrid {
  readonly size: number;
  nodeAt(point: Point): number;
  pointAt(node: number): Point;
  isFree(node: number): boolean;
  stepsFrom(node: number): readonly Step[];
  use(nodes: readonly number[]): void;
  /** Marks a stretch that is drawn already. */
  occupy(stretch: Box): void;
}

export interface Step {
  readonly node: number;
  readonly isVertical: boolean;
  readonly length: number;
  readonly uses: number;
  readonly crossings: number;
}

const CLEARANCE = 6;
const LANES = [10, 16, 22] as const;

export function createRoutingGrid({ obstacles, ports, edges }: Surroundings): RoutingGrid {
  const xs = sorted([
    ...obstacles.flatMap((box) => [box.x + box.width / 2, ...LANES.flatMap((lane) => [box.x - lane, box.x + box.width + lane])]),
    ...edges.flatMap((box) => LANES.flatMap((lane) => [box.x - lane, box.x + box.width + lane])),
    ...ports.map(({ outer }) => outer.x),
  ]);
  const ys = sorted([
    ...obstacles.flatMap((box) => [box.y + box.height / 2, ...LANES.flatMap((lane) => [box.y - lane, box.y + box.height + lane])]),
    ...edges.flatMap((box) => LANES.flatMap((lane) => [box.y - lane, box.y + box.height + lane])),
    ...ports.map(({ outer }) => outer.y),
  ]);
  const [columns, rows] = [xs.length, ys.length];
  const columnOf = new Map(xs.map((x, index) => [x, index]));
  const rowOf = new Map(ys.map((y, index) => [y, index]));
  const blocked = new Uint8Array(columns * rows);
  /** How often the step from a node to its right, and to the one below it, is used. */
  const across = new Uint16Array(columns * rows);
  const down = new Uint16Array(columns * rows);

  for (const obstacle of obstacles) {
    const { x, y, width, height } = grow(obstacle, CLEARANCE);
    for (let row = firstAtLeast(ys, y); row < rows && at(ys, row) <= y + height; row++) {
      for (let column = firstAtLeast(xs, x); column < columns && at(xs, column) <= x + width; column++) {
        blocked[row * columns + column] = 1;
      }
    }
  }

  const step = (node: number, uses: Uint16Array, edge: number, isVertical: boolean, length: number): Step => ({
    node,
    isVertical,
    length,
    uses: uses[edge] ?? 0,
    crossings: isVertical ? (across[node] ?? 0) : (down[node] ?? 0),
  });

  return {
    size: columns * rows,
    nodeAt: ({ x, y }) => (rowOf.get(y) ?? 0) * columns + (columnOf.get(x) ?? 0),
    pointAt: (node) => ({ x: at(xs, node % columns), y: at(ys, Math.floor(node / columns)) }),
    isFree: (node) => blocked[node] === 0,
    stepsFrom(node) {
      const [column, row] = [node % columns, Math.floor(node / columns)];
      const steps: Step[] = [];
      if (column + 1 < columns) steps.push(step(node + 1, across, node, false, at(xs, column + 1) - at(xs, column)));
      if (column > 0) steps.push(step(node - 1, across, node - 1, false, at(xs, column) - at(xs, column - 1)));
      if (row + 1 < rows) steps.push(step(node + columns, down, node, true, at(ys, row + 1) - at(ys, row)));
      if (row > 0) steps.push(step(node - columns, down, node - columns, true, at(ys, row) - at(ys, row - 1)));
      return steps.filter(({ node }) => blocked[node] === 0);
    },
    use(nodes) {
      for (const [index, node] of nodes.entries()) {
        const next = nodes[index + 1];
        if (next === undefined) break;
        const first = Math.min(node, next);
        const uses = Math.abs(node - next) === 1 ? across : down;
        uses[first] = (uses[first] ?? 0) + 1;
      }
    },
    occupy({ x, y, width, height }) {
      // Lines that run closer than a lane beside a drawn one look like part of it.
      const near = 4;
      if (height === 0) {
        for (let row = firstAtLeast(ys, y - near); row < rows && at(ys, row) <= y + near; row++)
          for (let column = firstAtLeast(xs, x); column + 1 < columns && at(xs, column + 1) <= x + width; column++)
            across[row * columns + column] = 1;
      } else {
        for (let column = firstAtLeast(xs, x - near); column < columns && at(xs, column) <= x + near; column++)
          for (let row = firstAtLeast(ys, y); row + 1 < rows && at(ys, row + 1) <= y + height; row++)
            down[row * columns + column] = 1;
      }
    },
  };
}

function sorted(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

function firstAtLeast(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
