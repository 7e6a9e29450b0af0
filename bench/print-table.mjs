/** The first column to the left, figures to the right. */
export function printTable(title, header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("  "),
  );
  console.log(`\n${title}\n`);
  console.log(lines.map((line) => `  ${line.trimEnd()}`).join("\n"));
}

export function milliseconds(value) {
  if (value < 0.1) return `${(value * 1000).toFixed(1)} µs`;
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ms`;
}

export function ratio(value) {
  return `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString("en")}x`;
}
