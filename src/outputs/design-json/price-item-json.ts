import type { PriceItem } from "../../prices/price-items.ts";
import type { Rate } from "../../prices/rate.ts";
import type { JsonObject } from "../../source/document.ts";

/** Keys in a fixed order; what is not known is not there. */
export function priceItemJson({
  meter,
  of,
  usedBy,
  rate,
  quantity,
  notGiven,
  monthly,
}: PriceItem): JsonObject {
  return {
    service: meter.serviceName,
    product: meter.productName,
    meter: meter.meterName,
    ...(meter.location === undefined ? {} : { location: meter.location }),
    unit: meter.unit,
    ...(of === undefined ? {} : { of }),
    usedBy,
    ...(rate ? { rate: rateJson(rate) } : {}),
    ...(quantity === undefined ? {} : { quantity: tidy(quantity) }),
    usesWithoutQuantity: notGiven,
    ...(monthly ? { monthly: { ...monthly } } : {}),
  };
}

function rateJson({ amount, tiers, readFor, source, readOn, note }: Rate): JsonObject {
  return {
    amount,
    ...(tiers ? { tiers: tiers.map((tier) => ({ from: tier.from, amount: tier.amount ?? null })) } : {}),
    ...(readFor === undefined ? {} : { readFor }),
    source,
    readOn,
    ...(note === undefined ? {} : { note }),
  };
}

/** Sums of decimal fractions without the noise of binary ones. */
function tidy(quantity: number): number {
  return Math.round(quantity * 10_000) / 10_000;
}
