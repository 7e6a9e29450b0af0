import { keyOfMeter } from "../meter-key.ts";
import type { Rate } from "../rate.ts";
import { RETAIL_PRODUCTS } from "./products.ts";
import type { RetailRow } from "./retail-page.ts";

export interface RatesRead {
  readonly rates: readonly Rate[];
  /** Meters whose rows contradict each other, or are of a unit that is not known here: `Bandwidth, …: 1 Day`. */
  readonly leftOut: readonly string[];
}

export interface ReadAs {
  readonly source: string;
  readonly readOn: string;
}

/** Rows into rates: one a meter and place, its tiers in it. */
export function ratesOfRows(rows: readonly RetailRow[], { source, readOn }: ReadAs): RatesRead {
  const byMeter = new Map<string, RetailRow[]>();
  for (const row of rows) {
    if (!isWanted(row, readOn)) continue;
    const key = keyOfMeter({ ...row, location: placeOf(row) });
    const others = byMeter.get(key);
    if (others) others.push(row);
    else byMeter.set(key, [row]);
  }

  const rates: Rate[] = [];
  const leftOut: string[] = [];
  for (const group of byMeter.values()) {
    const made = rateOf(group);
    if (typeof made === "string") leftOut.push(made);
    else rates.push({ ...made, source, readOn });
  }
  return { rates, leftOut };
}

/** Not reservations nor what developers pay, nothing of the past and nothing to come. */
function isWanted(row: RetailRow, today: string): boolean {
  const { serviceName, productName, type, effectiveStartDate: start, effectiveEndDate: end } = row;
  if (type !== "Consumption" || RETAIL_PRODUCTS[serviceName]?.includes(productName) !== true) return false;
  return (!start || start.slice(0, 10) <= today) && (!end || end.slice(0, 10) > today);
}

function placeOf({ armRegionName, location }: RetailRow): string {
  return armRegionName || location || "Global";
}

function rateOf(rows: readonly RetailRow[]): Omit<Rate, "source" | "readOn"> | string {
  const [row] = rows;
  if (!row) return "";
  const { serviceName, productName, meterName } = row;
  const location = placeOf(row);
  const name = `${productName}, ${meterName}, ${location}`;
  const unit = unitOf(row.unitOfMeasure);
  if (!unit || rows.some(({ unitOfMeasure }) => unitOfMeasure !== row.unitOfMeasure))
    return `${name}: ${[...new Set(rows.map(({ unitOfMeasure }) => unitOfMeasure))].join(" and ")}`;

  const byTier = new Map<number, number[]>();
  for (const { tierMinimumUnits, retailPrice } of latest(rows)) {
    byTier.set(tierMinimumUnits, [...(byTier.get(tierMinimumUnits) ?? []), retailPrice]);
  }
  const tiers = [...byTier].sort(([a], [b]) => a - b);
  const unclear = tiers.find(([, prices]) => new Set(prices).size > 1);
  if (unclear) return `${name}: ${[...new Set(unclear[1])].join(" and ")}`;

  const [first, ...more] = tiers.map(([from, [price = 0]]) => ({
    from: from * unit.of,
    amount: price / unit.of,
  }));
  if (!first || first.from !== 0) return `${name}: no price of the first ${unit.name}`;
  return {
    serviceName,
    productName,
    meterName,
    location,
    unit: unit.name,
    amount: first.amount,
    ...(more.length > 0 ? { tiers: more } : {}),
  };
}

/** A later row of the same tier takes the place of an earlier one. */
function latest(rows: readonly RetailRow[]): readonly RetailRow[] {
  const newest = new Map<number, string>();
  for (const { tierMinimumUnits, effectiveStartDate } of rows) {
    const start = effectiveStartDate ?? "";
    if (start > (newest.get(tierMinimumUnits) ?? "")) newest.set(tierMinimumUnits, start);
  }
  return rows.filter(
    ({ tierMinimumUnits, effectiveStartDate }) =>
      (effectiveStartDate ?? "") === (newest.get(tierMinimumUnits) ?? ""),
  );
}

/** `1 Hour`, `1 GB`, `1/Month`, `100 Hours`. */
function unitOf(text: string): { readonly name: Rate["unit"]; readonly of: number } | undefined {
  const match = /^(\d+)\s*\/?\s*(GB|Hour|Month)s?$/i.exec(text.trim());
  const name = UNITS.find((unit) => unit.toLowerCase() === match?.[2]?.toLowerCase());
  const of = Number(match?.[1]);
  return name && of > 0 ? { name, of } : undefined;
}

const UNITS = ["GB", "hour", "month"] as const;
