import { resourceGroupName } from "../../azure/virtual-network-limits.ts";
import { isSubscription } from "./check-scope.ts";
import type { IntentFile } from "./intent-file.ts";
import { readGrowth } from "./read-growth.ts";
import { readRegion } from "./read-region.ts";
import type { Defaults } from "./read-virtual-network.ts";
import { at, type Reading, report } from "./reading.ts";

function hasDefaults(file: IntentFile): boolean {
  return Object.keys(file.defaults).length > 0;
}

/** Checks the defaults once, where they stand, so that no network repeats their mistakes. */
export function readDefaults(reading: Reading, file: IntentFile): Defaults {
  const { region, subscription, resourceGroup, growth } = file.defaults;
  const { extraRegions } = file;
  if (region !== undefined)
    readRegion(reading, region, at(reading, "defaults", "region"), "defaults name the region", extraRegions);
  if (growth !== undefined) readGrowth(reading, growth, at(reading, "defaults", "growth"), "defaults");
  if (resourceGroup !== undefined && !new RegExp(resourceGroupName.value).test(resourceGroup)) {
    const message = `defaults name the resource group "${resourceGroup}", which is no name of one.`;
    const hint = "Use letters, digits, dots, dashes, underscores and parentheses.";
    report(reading, "intent/invalid-name", at(reading, "defaults", "resourceGroup"), message, hint);
  }
  const place = at(reading, "defaults", "subscription");
  if (subscription !== undefined && !isSubscription(subscription)) {
    const message = `defaults name the subscription "${subscription}", which is not an id of one.`;
    report(reading, "intent/invalid-id", place, message, "Write the subscription's GUID.");
  } else if (subscription !== undefined && resourceGroup === undefined) {
    const message = "defaults name a subscription and no resource group in it.";
    report(reading, "intent/missing-resource-group", place, message, "Write resourceGroup beside it.");
  }
  return {
    entry: file.defaults,
    extraRegions,
    isUnread: reading.damage.lost("defaults") || (reading.damage.lost() && !hasDefaults(file)),
  };
}
