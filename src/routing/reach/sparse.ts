import type { OutcomeCode } from "./outcome-codes.ts";

/** A row that is one code but for a few places, in order. */
export interface Sparse {
  readonly mostly: OutcomeCode;
  readonly places: Int32Array;
  readonly codes: Uint8Array;
}

export function compress(row: Uint8Array): Sparse {
  const mostly = mostFrequent(row);
  const places: number[] = [];
  for (const [place, code] of row.entries()) if (code !== mostly) places.push(place);
  return {
    mostly,
    places: Int32Array.from(places),
    codes: Uint8Array.from(places, (place) => row[place] ?? mostly),
  };
}

function mostFrequent(row: Uint8Array): OutcomeCode {
  const counts = new Int32Array(256);
  for (const code of row) counts[code] = (counts[code] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

export function spreadOut({ mostly, places, codes }: Sparse, row: Uint8Array): void {
  row.fill(mostly);
  for (const [index, place] of places.entries()) row[place] = codes[index] ?? mostly;
}
