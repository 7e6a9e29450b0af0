import type { TypeCount } from "../prices/not-counted.ts";
import type { PriceItem } from "../prices/price-items.ts";
import { count } from "./count.ts";
import { listNames } from "./list-names.ts";
import { titleOfItem } from "./title-of-item.ts";

/** What the sum does not know, a sentence each. */
export function priceUnknowns(items: readonly PriceItem[], others: readonly TypeCount[]): readonly string[] {
  const unknown = items.flatMap((item) =>
    whatIsUnknown(item).map((text) => `${titleOfItem(item)}: ${text}.`),
  );
  if (others.length === 0) return unknown;
  const names = others.map(({ type, count }) => (count === 1 ? type : `${type} (${count})`));
  return [...unknown, `What joins no networks is not counted: ${listNames(names)}.`];
}

/** What is in no sum: an item of no rate, a tier of no rate, a use of no quantity. */
export function isCounted({ rate, monthly, notGiven }: PriceItem): boolean {
  return rate !== undefined && monthly?.atLeast !== true && notGiven === 0;
}

function whatIsUnknown(item: PriceItem): readonly string[] {
  const { rate, monthly, notGiven, meter } = item;
  const noRate =
    meter.location === undefined
      ? "a region is not known, and so neither is the rate; it is not counted"
      : "no rate is known; it is not counted";
  return [
    ...(rate ? [] : [noRate]),
    ...(monthly?.atLeast === true ? ["a part of the quantity has no known rate, and is not counted"] : []),
    ...(notGiven > 0 && rate ? [notGivenText(item)] : []),
  ];
}

function notGivenText({ meter, uses, notGiven }: PriceItem): string {
  const what = meter.unit === "GB" ? "how much traffic there is" : "how much there is of it";
  const where = notGiven < uses ? ` in ${notGiven} of ${count(uses, "use")}` : "";
  return `nobody says ${what}${where}; that is not counted`;
}
