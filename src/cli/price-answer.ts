import { priceItemJson } from "../outputs/design-json/price-item-json.ts";
import type { TypeCount } from "../prices/not-counted.ts";
import type { Price } from "../prices/price-estate.ts";
import { priceUnknowns } from "./price-unknowns.ts";

/** What `price --format json` answers. */
export function priceAnswer(price: Price, others: readonly TypeCount[]) {
  const { currency, monthly, items } = price;
  return {
    format: "isthmus/price",
    version: 1,
    currency,
    ...(monthly ? { monthly } : {}),
    items: items.map(priceItemJson),
    unknown: priceUnknowns(items, others),
  };
}
