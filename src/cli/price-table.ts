import { hoursAMonth } from "../azure/hours-a-month.ts";
import { formatMoney, type Money } from "../model/money.ts";
import type { TypeCount } from "../prices/not-counted.ts";
import type { Price } from "../prices/price-estate.ts";
import type { PriceItem } from "../prices/price-items.ts";
import type { Rate } from "../prices/rate.ts";
import { visible } from "../source/index.ts";
import { listNames } from "./list-names.ts";
import type { Style } from "./paint.ts";
import { isCounted, priceUnknowns } from "./price-unknowns.ts";
import { titleOfItem } from "./title-of-item.ts";
import { wrap } from "./wrap.ts";

const WHAT = 37;
const RATE = 16;
const QUANTITY = 11;
const AMOUNT = 13;

/** The bill for people: each item with what uses it, the total, what is not known, and where the rates are from. */
export function priceTable(
  { currency, items, monthly }: Price,
  others: readonly TypeCount[],
  style: Style,
): readonly string[] {
  const unknown = priceUnknowns(items, others).map(visible);
  if (items.length === 0)
    return [
      "No connection is billed here: virtual networks and subnets cost nothing.",
      ...section("Not known", unknown, style),
    ];

  const sources = [...new Set(items.flatMap(({ rate }) => (rate ? sourceOf(rate) : [])))];
  return [
    style.bold(line("What is billed", "Rate", "Quantity", `${currency} a month`)),
    ...items.flatMap((item) => itemLines(item, sources, style)),
    "",
    ...wrap(totalLine(monthly, items.every(isCounted))).map(style.bold),
    ...(items.some(({ meter }) => meter.unit === "hour")
      ? [`A month is ${hoursAMonth.value} hours, as in Azure's pricing calculator.`]
      : []),
    ...section("Not known", unknown, style),
    ...section("Rates", sources.map(visible), style, (index) => `[${index + 1}] `),
  ];
}

function itemLines(item: PriceItem, sources: readonly string[], style: Style): readonly string[] {
  const { rate, usedBy, of } = item;
  const mark = rate ? ` [${sources.indexOf(sourceOf(rate)) + 1}]` : "";
  const [first = "", ...rest] = wrap(visible(`${titleOfItem(item)}${mark}`), "", "  ", WHAT);
  const used = usedBy.length === 0 ? (of === undefined ? "" : "used by no connection") : listNames(usedBy);
  return [
    line(first, rateText(rate), quantityText(item), amountText(item)),
    ...rest,
    ...[...(rate?.readFor === undefined ? [] : [`rate read for ${rate.readFor}`]), used]
      .filter((text) => text !== "")
      .flatMap((text) => wrap(visible(text), "  ", "  ").map(style.dim)),
  ];
}

function line(what: string, rate: string, quantity: string, amount: string): string {
  return `${what.padEnd(WHAT)} ${rate.padEnd(RATE)} ${quantity.padStart(QUANTITY)} ${amount.padStart(AMOUNT)}`;
}

function rateText(rate: Rate | undefined): string {
  if (!rate) return "not known";
  return `${rate.tiers ? "from " : ""}${rate.amount} ${rate.unit === "hour" ? "an" : "a"} ${rate.unit}`;
}

function quantityText({ quantity, meter: { unit } }: PriceItem): string {
  if (quantity === undefined) return "not given";
  const number = quantity.toLocaleString("en", { maximumFractionDigits: 3 });
  return `${number} ${unit}${unit === "GB" || quantity === 1 ? "" : "s"}`;
}

function amountText({ monthly, notGiven }: PriceItem): string {
  if (!monthly) return "not known";
  const amount = formatMoney({ ...monthly, atLeast: false }).slice(monthly.currency.length + 1);
  return `${monthly.atLeast || notGiven > 0 ? "≥ " : ""}${amount}`;
}

function totalLine(monthly: Money | undefined, isWhole: boolean): string {
  return monthly
    ? `Total: ${formatMoney(monthly)} a month at list prices${isWhole ? "" : ", without what is not known"}.`
    : "Total: by traffic. Write needs.traffic into the connections to see it a month.";
}

function sourceOf({ source, readOn, note }: Rate): string {
  return `${note === undefined ? "" : `${note} `}Read on ${readOn}; check it at ${source}`;
}

function section(
  title: string,
  texts: readonly string[],
  style: Style,
  markOf: (index: number) => string = () => "- ",
): readonly string[] {
  if (texts.length === 0) return [];
  return [
    "",
    style.bold(title),
    ...texts.flatMap((text, index) => {
      const mark = markOf(index);
      return wrap(text, `  ${mark}`, " ".repeat(mark.length + 2));
    }),
  ];
}
