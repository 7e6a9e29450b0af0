import type { Line } from "./picture.ts";

/** By card, the cards at the other ends of its lines, with those lines. */
export type Neighbourhoods = ReadonlyMap<string, ReadonlyMap<string, readonly Line[]>>;

export function neighbourhoods(lines: readonly Line[]): Neighbourhoods {
  const around = new Map<string, Map<string, Line[]>>();
  for (const line of lines) {
    const [a, b] = line.ends;
    add(around, a, b, line);
    add(around, b, a, line);
  }
  return around;
}

function add(around: Map<string, Map<string, Line[]>>, from: string, to: string, line: Line): void {
  const neighbours = around.get(from) ?? new Map<string, Line[]>();
  around.set(from, neighbours);
  const lines = neighbours.get(to);
  if (lines) lines.push(line);
  else neighbours.set(to, [line]);
}
