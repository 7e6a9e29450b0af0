import type { Decision, Reason } from "../model/decision.ts";
import { formatMoney, type Money } from "../model/money.ts";
import { visible } from "../source/index.ts";
import type { Style } from "./paint.ts";
import { wrap } from "./wrap.ts";

/** One decision, as a person reads it aloud: what, why, for how much, and why nothing else. Links come last, once each. */
export function tellDecision(decision: Decision, style: Style): readonly string[] {
  const { description, because, rejected } = decision;
  const links = [
    ...new Set([...because, ...rejected.flatMap((one) => one.because)].flatMap(({ source }) => source ?? [])),
  ];
  const sentences = (reasons: readonly Reason[]) => reasons.flatMap((reason) => sentence(reason, links));
  return [
    ...wrap(visible(headingOf(decision))).map(style.bold),
    ...(description === undefined ? [] : wrap(visible(description))),
    "",
    style.bold("Why"),
    ...sentences(because),
    ...cost(decision, style),
    ...rejected.flatMap((one) => [
      "",
      style.bold(`Why not ${visible(one.title)}`),
      ...sentences(one.because),
    ]),
    ...(links.length > 0 ? ["", style.bold("Read more")] : []),
    ...links.map((link, index) => style.dim(`  [${index + 1}] ${visible(link)}`)),
  ];
}

function headingOf({ between: [a, b], title, status }: Decision): string {
  if (title === undefined) return `${a} and ${b} cannot be connected.`;
  return `${a} and ${b} are joined by ${title}${status === "userChose" ? ", as the file says" : ""}.`;
}

function sentence({ text, source }: Reason, links: readonly string[]): readonly string[] {
  const mark = source === undefined ? "" : ` [${links.indexOf(source) + 1}]`;
  return wrap(`${visible(text)}${mark}`, "  - ", "    ");
}

function cost({ monthly, perGigabyte, between: [a, b] }: Decision, style: Style): readonly string[] {
  if (!perGigabyte) return [];

  const { there, back } = perGigabyte;
  const rates = isSame(there, back)
    ? `${formatMoney(there)} a gigabyte, either way`
    : `${formatMoney(there)} a gigabyte from ${a} to ${b}, ${formatMoney(back)} back`;
  const total = monthly ? [`${formatMoney(monthly)} a month for the traffic that the file gives.`] : [];
  return [
    "",
    style.bold("Cost"),
    ...[...total, `${rates}.`].flatMap((text) => wrap(visible(text), "  ", "  ")),
  ];
}

function isSame(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency && a.atLeast === b.atLeast;
}
