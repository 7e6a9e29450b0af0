import { type BlockCost, type Cost, toMonthly } from "./block-cost.ts";

/** What is made small. */
export type Measure = "monthly" | "gateways";

/**
 * Room for the number of added peerings below the price, so that one number orders both: 4,095 peerings and 200 million
 * a month in a part stay exact.
 */
const PEERINGS = 4_096;

/** Infinite where it is refused, and by price where the price is not known. */
export function weigh(cost: Cost | undefined, by: Measure): number {
  if (!cost) return Infinity;
  if (by === "gateways") return cost.gateways * PEERINGS + cost.added;
  return cost.isKnown ? cost.units * PEERINGS + cost.added : Infinity;
}

export type BlockWeight = (host: number, clients: readonly number[]) => number;

export function blockWeights(costOf: BlockCost, by: Measure): BlockWeight {
  return (host, clients) => weigh(costOf(host, clients), by);
}

/** The measure's own part of a weight, which it is not below. */
export function measured(weight: number, by: Measure): number {
  const whole = Math.floor(weight / PEERINGS);
  return by === "monthly" ? toMonthly(whole) : whole;
}
