import type { Difference, Subject } from "../../diff.ts";
import { visible } from "../../source/index.ts";
import { count } from "../count.ts";
import {
  type Ends,
  endWords,
  isEmpty,
  nameIn,
  type PairRow,
  pairRows,
  pathWords,
  priceWords,
  propertyWords,
  sumOf,
} from "./diff-words.ts";

const MOST_ROWS = 30;

/** For a pull request: a few lines that anybody reads, and folded what some want to. */
export function diffMarkdown(difference: Difference, ends: Ends): readonly string[] {
  const { added, removed, changed, pairs, gained, lost, repathed, price } = difference;
  const title = `### Network: ${code(ends.before)} to ${code(ends.after)}`;
  if (isEmpty(difference)) return [title, "", "Nothing changes."];

  const unencrypted = sumOf(repathed.filter(({ newlyUnencrypted }) => newlyUnencrypted));
  const exposed = sumOf(repathed.filter(({ newlyOverInternet }) => newlyOverInternet));
  const lostWithEnds = lost.filter(({ endChanges }) => !endChanges);
  return [
    title,
    "",
    "| | |",
    "|---|---|",
    `| Pairs that get through | ${pairs.after.toLocaleString("en")}, before ${pairs.before.toLocaleString("en")} |`,
    `| Lost although both ends stay | ${strong(sumOf(lostWithEnds))} |`,
    `| Newly unencrypted | ${strong(unencrypted)} |`,
    `| Newly over the internet | ${strong(exposed)} |`,
    `| Price | ${cell(priceWords(price))} |`,
    `| Resources | ${added.length} added, ${removed.length} removed, ${changed.length} changed |`,
    ...pairTable("Lost", sumOf(lost), pairRows(lost, ends, endWords("removed"))),
    ...pairTable("Another way", sumOf(repathed), pairRows(repathed, ends, pathWords)),
    ...pairTable("Gained", sumOf(gained), pairRows(gained, ends, endWords("new"))),
    ...folded(`Resources: ${added.length + removed.length + changed.length}`, [
      "| | resource | what |",
      "|---|---|---|",
      ...few([
        ...added.map((subject) => subjectRow("added", subject, ends)),
        ...removed.map((subject) => subjectRow("removed", subject, ends)),
        ...changed.map(
          ({ id, properties }) =>
            `| changed | ${cell(nameIn(ends, id))} | ${properties.map((one) => cell(propertyWords(one))).join("<br>")} |`,
        ),
      ]),
    ]),
  ];
}

function pairTable(title: string, pairs: number, rows: readonly PairRow[]): readonly string[] {
  if (rows.length === 0) return [];
  return folded(`${title}: ${count(pairs, "pair")}`, [
    "| between | pairs | |",
    "|---|--:|---|",
    ...few(
      rows.map((row) => `| ${cell(row.ends)} | ${row.pairs.toLocaleString("en")} | ${cell(row.words)} |`),
    ),
  ]);
}

function folded(summary: string, lines: readonly string[]): readonly string[] {
  return ["", `<details><summary>${summary}</summary>`, "", ...lines, "", "</details>"];
}

function few(rows: readonly string[]): readonly string[] {
  if (rows.length <= MOST_ROWS + 1) return rows;
  return [...rows.slice(0, MOST_ROWS), `| and ${rows.length - MOST_ROWS} more | | |`];
}

function subjectRow(what: string, { id, type }: Subject, ends: Ends): string {
  return `| ${what} | ${cell(nameIn(ends, id))} | ${cell(type.replace(/^Microsoft\.Network\//, ""))} |`;
}

/** Names and values are somebody's: they must not end a cell, and nothing in them is markup. */
function cell(text: string): string {
  return visible(text.replace(/\s+/g, " "))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_|[\]@#]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function code(text: string): string {
  return `\`${visible(text.replace(/[`\s]+/g, " "))}\``;
}

function strong(number: number): string {
  return number === 0 ? "0" : `**${number.toLocaleString("en")}**`;
}
