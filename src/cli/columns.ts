import { visible } from "../source/index.ts";

/**
 * Rows as text, each column as wide as its widest cell. What ends a row may be as long as it likes, an empty column
 * takes no room, and no line ends with blanks.
 */
export function columns(rows: readonly (readonly string[])[], indent = "  ", gap = "  "): readonly string[] {
  const shown = rows.map((row) => row.map(visible));
  const widths: number[] = [];
  for (const row of shown) {
    for (const [index, cell] of row.slice(0, -1).entries())
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return shown.map((row) => {
    const cells = row.flatMap((cell, index) =>
      cell === "" && !widths[index] ? [] : cell.padEnd(widths[index] ?? 0),
    );
    return `${indent}${cells.join(gap)}`.trimEnd();
  });
}
