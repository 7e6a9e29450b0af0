import type { Json } from "./document.ts";

/** A value, how many values it is when its aliases are written out, and how deep it goes. */
export interface Resolved {
  readonly value: Json;
  readonly size: number;
  readonly height: number;
}

export const NOTHING: Resolved = { value: null, size: 1, height: 0 };

/** A list or mapping made of `parts`. */
export function totalOf(parts: readonly Resolved[], value: Json): Resolved {
  let size = 1;
  let height = 0;
  for (const part of parts) {
    size += part.size;
    height = Math.max(height, part.height);
  }
  return { value, size, height: height + 1 };
}
