import type { Point } from "./geometry.ts";
import type { PlacedText } from "./layout.ts";
import { labelOf } from "./line-title.ts";
import { metrics } from "./metrics.ts";
import { type Line, styleKey } from "./picture.ts";
import { textWidth } from "./text-width.ts";

/** Beside the start of a trunk, one line a look: `28 × peering`. */
export function busLabels(
  lines: readonly Line[],
  start: Point,
  counts: "with counts" | "without counts",
): readonly PlacedText[] {
  const looks = new Map<string, Line>();
  for (const line of lines) {
    const key = styleKey(line.style);
    looks.set(key, { ...line, count: (looks.get(key)?.count ?? 0) + line.count });
  }
  return [...looks.values()].map((line, index) => {
    const text = labelOf(counts === "with counts" ? line : { ...line, count: 1 });
    const box = {
      x: start.x + 8,
      y: start.y + 6 + index * 16,
      width: textWidth(text, metrics.labelSize),
      height: 15,
    };
    return { text, box, onLine: false, style: line.style };
  });
}
