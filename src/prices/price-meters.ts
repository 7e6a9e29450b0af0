import type { Meter } from "../model/meter.ts";
import { amountOf } from "./amount-of.ts";
import { rateFinder } from "./find-rate.ts";
import type { PriceSheet } from "./rate.ts";

/** What meters cost a month together; not known where a rate or a quantity is missing: the amount is then the rest. */
export function meterPricer(
  sheet: PriceSheet,
): (meters: readonly Meter[]) => { readonly monthly: number; readonly isKnown: boolean } {
  const findRate = rateFinder(sheet);
  return (meters) => {
    let monthly = 0;
    let isKnown = true;
    for (const meter of meters) {
      const rate = findRate(meter);
      const { amount, atLeast } = amountOf(rate, meter.quantity ?? 0);
      monthly += amount;
      isKnown &&= rate !== undefined && meter.quantity !== undefined && !atLeast;
    }
    return { monthly, isKnown };
  };
}
