import type { Rate, Tier } from "../rate.ts";

/** The source names no region, or only one that is no region of Azure. */
export const NO_REGION = "a region that the source does not name";

export const INFRACOST = "As infracost recorded it from the Retail Prices API.";
export const NET_LAB = "As net-lab-builder read it from the Retail Prices API.";
export const SNAPSHOT = "From a third party's snapshot of the Retail Prices API.";
export const TABLE = "From a third party's table; confirm it before you rely on it.";

/** Rows of one product, each checked on one page. */
export function rateRows(serviceName: string, productName: string, source: string) {
  return (
    unit: Rate["unit"],
    meterName: string,
    location: string,
    amount: number,
    readOn: string,
    note: string,
    tiers?: readonly Tier[],
  ): Rate => ({
    serviceName,
    productName,
    meterName,
    location,
    unit,
    amount,
    ...(tiers ? { tiers } : {}),
    source,
    readOn,
    note,
  });
}
