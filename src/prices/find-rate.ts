import { billingZones } from "../azure/billing-zones.ts";
import type { Meter } from "../model/meter.ts";
import { keyAnywhere, keyOfMeter } from "./meter-key.ts";
import type { PriceSheet, Rate } from "./rate.ts";

export type FindRate = (meter: Meter) => Rate | undefined;

/**
 * Finds rates in a sheet. Where a meter's own region has none, that of another region stands in and says so; but
 * data is billed by zones, and so a gigabyte of one zone says nothing of a gigabyte in another.
 */
export function rateFinder(sheet: PriceSheet): FindRate {
  const exact = new Map<string, Rate>();
  const anywhere = new Map<string, Rate[]>();
  for (const rate of sheet.rates) {
    exact.set(keyOfMeter(rate), rate);
    if (isZone(rate.location)) continue;
    const others = anywhere.get(keyAnywhere(rate));
    if (others) others.push(rate);
    else anywhere.set(keyAnywhere(rate), [rate]);
  }
  return (meter) => {
    const own = exact.get(keyOfMeter(meter));
    if (own || meter.location === undefined || isZone(meter.location)) return own;

    const rate = standIn(anywhere.get(keyAnywhere(meter)) ?? [], meter.location);
    return rate && { ...rate, readFor: rate.location };
  };
}

function standIn(rates: readonly Rate[], region: string): Rate | undefined {
  const zone = billingZones.value[region];
  const ofZone = zone && rates.find(({ location }) => billingZones.value[location] === zone);
  return ofZone ?? rates.find(({ unit }) => unit !== "GB");
}

function isZone(location: string): boolean {
  return location === "Global" || location.startsWith("Zone ");
}
