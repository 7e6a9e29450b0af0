import { oneLine } from "./text.ts";

/** Members of an object, or of a declaration: the name as it is written, and its value. */
export type Line = readonly [name: string, value: string];

/** As `bicep format` lays it out: one member a line, two spaces. */
export function objectText(lines: readonly Line[]): string {
  return block(
    "{",
    lines.map(([name, value]) => `${name}: ${value}`),
    "}",
  );
}

export function arrayText(items: readonly string[]): string {
  return block("[", items, "]");
}

/** Declarations, a blank line between any two. */
export function fileText(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}

export function comment(lines: readonly string[]): string {
  return lines.map((line) => `// ${oneLine(line)}`).join("\n");
}

function block(open: string, lines: readonly string[], close: string): string {
  if (lines.length === 0) return `${open}${close}`;
  // Safe to indent by line: a string of ours never spans lines.
  return [open, ...lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`), close].join("\n");
}
