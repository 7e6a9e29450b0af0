import type { IntentFile } from "./intent-file.ts";
import { readRegion } from "./read-region.ts";
import { type Defaults, isSubscription, readGrowth } from "./read-virtual-network.ts";
import { at, type Reading, report } from "./reading.ts";

/** Checks the defaults once, where they stand, so that no network repeats their mistakes. */
export function readDefaults(reading: Reading, file: IntentFile): Defaults {
  const { region, subscription, resourceGroup, growth } = file.defaults;
  const { extraRegions } = file;
  if (region !== undefined) readRegion(reading, region, at(reading, "defaults", "region"), "defaults", extraRegions);
  if (growth !== undefined) readGrowth(reading, growth, at(reading, "defaults", "growth"), "defaults");
  const place = at(reading, "defaults", "subscription");
  if (subscription !== undefined && !isSubscription(subscription)) {
    const message = `defaults name the subscription "${subscription}", which is not an id of one.`;
    report(reading, "intent/invalid-id", place, message, "Write the subscription's GUID.");
  } else if (subscription !== undefined && resourceGroup === undefined) {
    const message = "defaults name a subscription and no resource group in it.";
    report(reading, "intent/missing-resource-group", place, message, "Write resourceGroup beside it.");
  }
  return { entry: file.defaults, extraRegions };
}
