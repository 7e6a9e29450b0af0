import type { Rate } from "./rate.ts";

export interface Amount {
  readonly amount: number;
  /** Some of the quantity has no known price, and is not in the amount. */
  readonly atLeast: boolean;
}

/** What a quantity costs a month, tier by tier. */
export function amountOf(rate: Rate | undefined, quantity: number): Amount {
  if (!rate) return { amount: 0, atLeast: quantity > 0 };

  const steps = [{ from: 0, amount: rate.amount }, ...(rate.tiers ?? [])];
  let sum = 0;
  let atLeast = false;
  for (const [index, { from, amount }] of steps.entries()) {
    const units = Math.min(quantity, steps[index + 1]?.from ?? Infinity) - from;
    if (units <= 0) continue;
    sum += units * (amount ?? 0);
    atLeast ||= amount === undefined;
  }
  return { amount: sum, atLeast };
}

/** A gigabyte beyond what is free: the dearest tier. */
export function amountOfOneMore(rate: Rate | undefined): Amount {
  if (!rate) return { amount: 0, atLeast: true };

  const tiers = rate.tiers ?? [];
  return {
    amount: Math.max(rate.amount, ...tiers.map(({ amount }) => amount ?? 0)),
    atLeast: tiers.some(({ amount }) => amount === undefined),
  };
}
