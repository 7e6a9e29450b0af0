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
  /** To the free points beside this one. */
  eachStep(node: number, visit: VisitStep): void;
  /** Marks a stretch where a line is drawn. */
  occupy(stretch: Box): void;
}

type VisitStep = (node: number, isVertical: boolean, length: number, uses: number, crossings: number) => void;

const CLEARANCE = 6;
/** Lines that run closer beside each other than this look like one. */
const NEAR = 5;
const LANES = [10, 18, 26] as const;

export function createRoutingGrid({ obstacles, ports, edges }: Surroundings): RoutingGrid {
  const xs = sorted([
    ...obstacles.flatMap((box) => [
      box.x + box.width / 2,
      ...LANES.flatMap((lane) => [box.x - lane, box.x + box.width + lane]),
    ]),
    ...edges.flatMap((box) => LANES.flatMap((lane) => [box.x - lane, box.x + box.width + lane])),
    ...ports.map(({ outer }) => outer.x),
  ]);
  const ys = sorted([
    ...obstacles.flatMap((box) => [
      box.y + box.height / 2,
      ...LANES.flatMap((lane) => [box.y - lane, box.y + box.height + lane]),
    ]),
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

  return {
    size: columns * rows,
    nodeAt: ({ x, y }) => (rowOf.get(y) ?? 0) * columns + (columnOf.get(x) ?? 0),
    pointAt: (node) => ({ x: at(xs, node % columns), y: at(ys, Math.floor(node / columns)) }),
    isFree: (node) => blocked[node] === 0,
    eachStep(node, visit) {
      const [column, row] = [node % columns, Math.floor(node / columns)];
      const flat = (next: number, edge: number, length: number) => {
        if (blocked[next] === 0) visit(next, false, length, across[edge] ?? 0, down[node] ?? 0);
      };
      const upright = (next: number, edge: number, length: number) => {
        if (blocked[next] === 0) visit(next, true, length, down[edge] ?? 0, across[node] ?? 0);
      };
      if (column + 1 < columns) flat(node + 1, node, at(xs, column + 1) - at(xs, column));
      if (column > 0) flat(node - 1, node - 1, at(xs, column) - at(xs, column - 1));
      if (row + 1 < rows) upright(node + columns, node, at(ys, row + 1) - at(ys, row));
      if (row > 0) upright(node - columns, node - columns, at(ys, row) - at(ys, row - 1));
    },
    occupy({ x, y, width, height }) {
      if (height === 0) {
        for (let row = firstAtLeast(ys, y - NEAR); row < rows && at(ys, row) <= y + NEAR; row++)
          for (
            let column = firstAtLeast(xs, x);
            column + 1 < columns && at(xs, column + 1) <= x + width;
            column++
          )
            mark(across, row * columns + column);
      } else {
        for (
          let column = firstAtLeast(xs, x - NEAR);
          column < columns && at(xs, column) <= x + NEAR;
          column++
        )
          for (let row = firstAtLeast(ys, y); row + 1 < rows && at(ys, row + 1) <= y + height; row++)
            mark(down, row * columns + column);
      }
    },
  };
}

function mark(uses: Uint16Array, edge: number): void {
  uses[edge] = (uses[edge] ?? 0) + 1;
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
