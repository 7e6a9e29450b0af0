import type { Decision } from "../../model/decision.ts";
import { formatMoney, type Money } from "../../model/money.ts";
import { countOf } from "../map/format-count.ts";
import { groupBy } from "../map/group-by.ts";
import { type Markup, markup } from "../map/markup.ts";

/** More pairs than this are folded away. */
const MOST_OPEN = 12;

/** The ends of decisions that are otherwise alike, by the first end and the price. */
export function pairList(decisions: readonly Decision[]): Markup {
  const rows = [
    ...groupBy(decisions, (decision) => JSON.stringify([decision.between[0], priceText(decision)])).values(),
  ];
  const list = markup`<ul class="pairs">${rows.map(pairRow)}</ul>`;
  return decisions.length <= MOST_OPEN
    ? list
    : markup`<details class="pairs"><summary>${countOf(decisions.length, "pair")}${totalText(decisions)}</summary>
${list}</details>`;
}

function pairRow(decisions: readonly Decision[]): Markup {
  const [first] = decisions;
  if (!first) return markup``;
  const others = decisions.map(({ between }) => between[1]).join(", ");
  const price = priceText(first);
  return markup`<li><b>${first.between[0]}</b> – ${others}${price === "" ? "" : markup` <span class="money">${price}${decisions.length > 1 ? " each" : ""}</span>`}</li>
`;
}

function priceText({ monthly, perGigabyte }: Decision): string {
  if (monthly) return `${formatMoney(monthly)} a month`;
  if (!perGigabyte) return "";
  const [there, back] = [formatMoney(perGigabyte.there), formatMoney(perGigabyte.back)];
  return there === back ? `${there} per GB` : `${there} per GB there, ${back} back`;
}

function totalText(decisions: readonly Decision[]): string {
  const known = decisions.flatMap(({ monthly }) => monthly ?? []);
  const [first] = known;
  if (!first) return "";
  const total: Money = {
    amount: Math.round(known.reduce((sum, { amount }) => sum + amount, 0) * 10_000) / 10_000,
    currency: first.currency,
    atLeast: known.some(({ atLeast }) => atLeast) || known.length < decisions.length,
  };
  return `, together ${formatMoney(total)} a month`;
}
