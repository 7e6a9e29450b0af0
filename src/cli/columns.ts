/** Rows as text, each column as wide as its widest cell; no blanks at the ends of lines. */
export function columns(rows: readonly (readonly string[])[], indent = "  ", gap = "  "): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  return rows.map((row) => `${indent}${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(gap)}`.trimEnd());
}

/** The first lines, and how many more there are: a summary that fits a screen. */
export function firstOf(lines: readonly string[], most: number, noun: string, indent = "  "): readonly string[] {
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), `${indent}… and ${lines.length - most} more ${noun}`];
}
