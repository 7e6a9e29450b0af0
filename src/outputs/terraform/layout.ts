import { oneLine } from "./text.ts";

/** An argument of a block, or a member of an object: the name as it is written, and its value. */
export type Argument = readonly [name: string, value: string];

/**
 * As `terraform fmt` lays it out: two spaces, and the equals signs of neighbours aligned whose values stand on one line.
 * https://developer.hashicorp.com/terraform/language/style#code-formatting, read 2026-11-28
 */
export function argumentLines(given: readonly Argument[]): readonly string[] {
  const lines: string[] = [];
  let neighbours: Argument[] = [];
  const align = () => {
    const width = Math.max(...neighbours.map(([name]) => columns(name)));
    lines.push(
      ...neighbours.map(([name, value]) => `${name}${" ".repeat(width - columns(name))} = ${value}`),
    );
    neighbours = [];
  };
  for (const argument of given) {
    const [name, value] = argument;
    if (!value.includes("\n")) {
      neighbours.push(argument);
      continue;
    }
    align();
    lines.push(`${name} = ${value}`);
  }
  align();
  return lines;
}

export function objectText(members: readonly Argument[]): string {
  return members.length === 0 ? "{}" : blockText("{", argumentLines(members), "}");
}

/** Short lists of plain values on one line, others with one item a line. */
export function listText(items: readonly string[]): string {
  const inline = `[${items.join(", ")}]`;
  const isShort = inline.length <= WIDEST_LIST && items.every((item) => !/[\n{]/.test(item));
  return isShort
    ? inline
    : blockText(
        "[",
        items.map((item) => `${item},`),
        "]",
      );
}

const WIDEST_LIST = 80;

/** Groups of lines, a blank line between any two. */
export function block(header: string, ...groups: readonly (readonly string[])[]): string {
  const lines = groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => [...(index === 0 ? [] : [""]), ...group]);
  return lines.length === 0 ? `${header} {}` : blockText(`${header} {`, lines, "}");
}

/** Top-level blocks, a blank line between any two. */
export function fileText(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}

export function comment(lines: readonly string[]): string {
  return lines.map((line) => `# ${oneLine(line)}`).join("\n");
}

function blockText(open: string, lines: readonly string[], close: string): string {
  // Safe to indent by line: a string of ours never spans lines.
  const indented = lines
    .flatMap((line) => line.split("\n"))
    .map((line) => (line === "" ? line : `  ${line}`));
  return [open, ...indented, close].join("\n");
}

/**
 * What one sees as one character is one column, for `terraform fmt` too. It counts a quoted name in pieces, its quotation
 * marks and the openings of templates apart, so a combining mark right behind one of them is a column of its own.
 * Marks that are younger than its Unicode may stand a column off.
 */
function columns(name: string): number {
  if (/^[\x20-\x7e]*$/.test(name)) return name.length;
  return name
    .split(/(?<=^"|[$%]\{?)|(?="$)/)
    .map(characters)
    .reduce((sum, count) => sum + count, 0);
}

function characters(text: string): number {
  return [...segmenter.segment(text)].length;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
