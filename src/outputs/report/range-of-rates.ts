import { formatMoney } from "../../model/money.ts";
import type { ConnectionPrice } from "../../prices/price-connection.ts";

/** `USD 0.02`, or `USD 0.02 to 0.16` where connections differ. */
export function rangeOfRates(prices: readonly ConnectionPrice[]): string | undefined {
  const rates = prices.flatMap(({ perGigabyte: { there, back } }) => [there, back]);
  const [lowest] = rates.toSorted((a, b) => a.amount - b.amount);
  const [highest] = rates.toSorted((a, b) => b.amount - a.amount);
  if (!lowest || !highest) return undefined;

  const atLeast = rates.some((rate) => rate.atLeast);
  const from = formatMoney({ ...lowest, atLeast });
  return lowest.amount === highest.amount
    ? from
    : `${from} to ${formatMoney({ ...highest, atLeast: false }).replace(/^\S+ /, "")}`;
}
