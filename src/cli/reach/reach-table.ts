import type { Outcome } from "../../model/trace.ts";
import { visible } from "../../source/index.ts";
import { shorten } from "../shorten.ts";
import type { Group, Survey } from "./survey-reach.ts";

/** In a cell there is room for one sign; the counts above the table say what it means. */
const SIGNS: Readonly<Record<Outcome, string>> = {
  delivered: "✓",
  partlyDenied: "◐",
  deniedInbound: "⊘",
  deniedOutbound: "⊖",
  noRoute: "·",
  dropped: "×",
  loop: "↻",
  returnPathMissing: "→",
  asymmetric: "≠",
  overlap: "=",
  leavesEstate: "↗",
  notModelled: "?",
};

export function signOf(outcome: Outcome): string {
  return SIGNS[outcome];
}

const MOST_COLUMNS = 16;
const MOST_ROWS = 30;
const LABEL = 44;

export function fitsTable({ from, to, outcomeOf }: Survey): boolean {
  return outcomeOf !== undefined && to.length <= MOST_COLUMNS && from.length <= MOST_ROWS;
}

/** Rows are where packets begin. Columns have the numbers of the rows, or names of their own where those differ. */
export function reachTable(survey: Survey, nameOf: (id: string) => string): readonly string[] {
  const { from, to, outcomeOf } = survey;
  if (!outcomeOf) return [];

  const isSquare = JSON.stringify(from) === JSON.stringify(to);
  const rows = from.map((group) => shorten(labelOf(group, nameOf), LABEL));
  const width = Math.max(...rows.map((row) => row.length), "from".length);
  const head = `${" ".repeat(width + 5)}${to.map((_, index) => number(index)).join("")}`;
  const legend = isSquare ? [] : to.map((group, index) => `${number(index)}  ${labelOf(group, nameOf)}`);
  return [
    ...(isSquare ? [] : ["To", ...legend, "From"]),
    head.trimEnd(),
    ...rows.map((row, index) => {
      const cells = to.map((_, column) => signOf(outcomeOf(index, column)).padStart(3)).join("");
      return `${isSquare ? number(index) : "   "}  ${row.padEnd(width)}${cells}`;
    }),
  ];
}

function number(index: number): string {
  return String(index + 1).padStart(3);
}

/** `orders/web, orders/data and 3 more`, as short as it can be. */
function labelOf({ members }: Group, nameOf: (id: string) => string): string {
  const names = members.map(nameOf);
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return visible(shown.join(", "));
}
