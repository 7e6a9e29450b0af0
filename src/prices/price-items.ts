import type { Meter } from "../model/meter.ts";
import { type Money, money } from "../model/money.ts";
import { amountOf } from "./amount-of.ts";
import type { FindRate } from "./find-rate.ts";
import { keyOfMeter } from "./meter-key.ts";
import type { Rate } from "./rate.ts";

/** A connection or a facility: something with meters. */
export interface Billed {
  /** Of a facility, which several connections share: what it is called. */
  readonly of?: string;
  /** Names of connections. */
  readonly usedBy: readonly string[];
  readonly meters: readonly Meter[];
}

/** One line of the bill. */
export interface PriceItem {
  /** The first of its uses; its quantity and label are that use's own. */
  readonly meter: Meter;
  readonly of?: string;
  readonly usedBy: readonly string[];
  readonly rate?: Rate;
  /** Of all uses that have one. */
  readonly quantity?: number;
  readonly uses: number;
  /** How many of the uses have no quantity: nobody said how much. */
  readonly notGiven: number;
  /** Of the quantity that is known; absent where that is nothing, or has no price at all. */
  readonly monthly?: Money;
}

/**
 * Everything that is billed, once. What a facility costs by the hour is an item of its own; data of one meter is one
 * item whoever sends it, for Azure's tiers count the sum.
 */
export function priceItems(
  billed: readonly Billed[],
  findRate: FindRate,
  currency: string,
): readonly PriceItem[] {
  const groups = new Map<string, Group>();
  for (const { of, usedBy, meters } of billed) {
    for (const meter of meters) {
      const owner = meter.unit === "GB" ? undefined : of;
      const key = JSON.stringify([keyOfMeter(meter), meter.unit, owner]);
      const group = groups.get(key) ?? { of: owner, meters: [], usedBy: new Set() };
      groups.set(key, group);
      group.meters.push(meter);
      for (const name of usedBy) group.usedBy.add(name);
    }
  }
  return [...groups.values()].flatMap((group) => itemOf(group, findRate, currency) ?? []);
}

interface Group {
  readonly of: string | undefined;
  readonly meters: Meter[];
  readonly usedBy: Set<string>;
}

function itemOf({ of, meters, usedBy }: Group, findRate: FindRate, currency: string): PriceItem | undefined {
  const [meter] = meters;
  if (!meter) return undefined;

  const rate = findRate(meter);
  const quantities = meters.flatMap(({ quantity }) => quantity ?? []);
  const quantity = quantities.length === 0 ? undefined : quantities.reduce((sum, one) => sum + one, 0);
  const priced = quantity === undefined ? undefined : amountOf(rate, quantity);
  return {
    meter,
    ...(of === undefined ? {} : { of }),
    usedBy: [...usedBy],
    ...(rate ? { rate } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    uses: meters.length,
    notGiven: meters.length - quantities.length,
    ...(priced && rate ? { monthly: money(priced.amount, currency, priced.atLeast) } : {}),
  };
}

/** `undefined` where no quantity is known, for then there is nothing to add up. */
export function totalOf(items: readonly PriceItem[], currency: string): Money | undefined {
  const counted = items.filter(({ quantity }) => quantity !== undefined);
  if (counted.length === 0) return undefined;

  let amount = 0;
  let atLeast = false;
  for (const { rate, quantity = 0 } of counted) {
    const one = amountOf(rate, quantity);
    amount += one.amount;
    atLeast ||= one.atLeast;
  }
  return money(amount, currency, atLeast);
}
