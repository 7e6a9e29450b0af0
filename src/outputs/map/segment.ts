import type { Box, Point } from "./geometry.ts";

/** Whether a straight line from one point to another passes through a box (Liang and Barsky's clipping). */
export function crossesBox(from: Point, to: Point, box: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const limits: readonly (readonly [number, number])[] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ];
  for (const [slope, distance] of limits) {
    if (slope === 0) {
      if (distance < 0) return false;
    } else if (slope < 0) enter = Math.max(enter, distance / slope);
    else leave = Math.min(leave, distance / slope);
  }
  return enter <= leave;
}
