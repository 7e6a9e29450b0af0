import type { Difference, Subject } from "../../diff.ts";
import { columns } from "../columns.ts";
import { count } from "../count.ts";
import type { Style } from "../paint.ts";
import { wrap } from "../wrap.ts";
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

/** What hurts first: lost, exposed, then the rest. */
export function diffText(difference: Difference, ends: Ends, style: Style): readonly string[] {
  const { added, removed, changed, pairs, gained, lost, repathed, price } = difference;
  if (isEmpty(difference)) return [`${ends.before} and ${ends.after} come to the same.`];

  const addresses = changed.flatMap(({ id, properties }) =>
    properties
      .filter(({ isAddress }) => isAddress)
      .map((property) => `${nameIn(ends, id)} ${propertyWords(property)}`),
  );
  const settings = changed.flatMap(({ id, properties }) => {
    const others = properties.filter(({ isAddress }) => !isAddress);
    return others.length === 0 ? [] : [`${nameIn(ends, id)} ${others.map(propertyWords).join("; ")}`];
  });
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", style.bold(title), ...lines];
  return [
    ...wrap(
      `${count(pairs.after, "pair")} get through, before ${pairs.before.toLocaleString("en")}; each direction is a pair.`,
    ),
    ...wrap(`The price is ${priceWords(price)}.`),
    ...section(`Lost: ${count(sumOf(lost), "pair")}`, rowLines(pairRows(lost, ends, endWords("removed")))),
    ...section(
      `Another way: ${count(sumOf(repathed), "pair")}`,
      pathLines(pairRows(repathed, ends, pathWords)),
    ),
    ...section(`Gained: ${count(sumOf(gained), "pair")}`, rowLines(pairRows(gained, ends, endWords("new")))),
    ...section("Addresses", listed(addresses)),
    ...section("Added", subjectLines(added, ends)),
    ...section("Removed", subjectLines(removed, ends)),
    ...section("Changed", listed(settings)),
  ];
}

function listed(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => wrap(text, "  ", "      "));
}

function rowLines(rows: readonly PairRow[]): readonly string[] {
  return columns(rows.map(({ ends, pairs, words }) => [ends, count(pairs, "pair"), words]));
}

function pathLines(rows: readonly PairRow[]): readonly string[] {
  return rows.flatMap(({ ends, pairs, words }) =>
    wrap(`${ends}, ${count(pairs, "pair")}: ${words}`, "  ", "      "),
  );
}

function subjectLines(subjects: readonly Subject[], ends: Ends): readonly string[] {
  return columns(
    subjects.map(({ id, type }) => [nameIn(ends, id), type.replace(/^Microsoft\.Network\//, "")]),
  );
}
