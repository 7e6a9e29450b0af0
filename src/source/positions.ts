import type { Position, Span } from "./document.ts";
import type { Range } from "./place.ts";

/** Finds lines and columns in a text. The table of line starts is built at the first question, once. */
export function positionsOf(text: string): (offset: number) => Position {
  let lineStarts: readonly number[] | undefined;

  return (offset) => {
    lineStarts ??= lineStartsOf(text);
    return positionAt(lineStarts, Math.min(Math.max(offset, 0), text.length));
  };
}

/** The same for a range. */
export function spansOf(text: string): (range: Range) => Span {
  const positionOf = positionsOf(text);
  return ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) });
}

/** Binary search for the last line that starts at or before `offset`. */
function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** A line ends after its `\n`, so a `\r` before it belongs to the line that it ends, as in editors. */
function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
