import type { Point, Size } from "./geometry.ts";

export interface Packed<T> {
  readonly item: T;
  readonly at: Point;
}

/** In rows from left to right, in the order given, each row as high as its highest. */
export function packShelves<T extends Size>(
  items: readonly T[],
  widest: number,
  gap: number,
): Size & { readonly items: readonly Packed<T>[] } {
  const packed: Packed<T>[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const item of items) {
    if (x > 0 && x + item.width > widest) {
      x = 0;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    packed.push({ item, at: { x, y } });
    width = Math.max(width, x + item.width);
    rowHeight = Math.max(rowHeight, item.height);
    x += item.width + gap;
  }
  return { items: packed, width, height: y + rowHeight };
}
