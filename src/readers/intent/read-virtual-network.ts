import { virtualNetworkName } from "../../azure/virtual-network-limits.ts";
import type { VirtualNetworkIntent } from "../../model/intent.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import { checkName } from "./check-name.ts";
import { checkExisting, checkScope, isSubscription } from "./check-scope.ts";
import type { IntentFile, VirtualNetworkEntry } from "./intent-file.ts";
import { readGrowth } from "./read-growth.ts";
import { readRegion } from "./read-region.ts";
import { readSubnets } from "./read-subnets.ts";
import { at, type Reading, readLength, readRanges, report } from "./reading.ts";

/** What holds for every network that does not say otherwise. */
export interface Defaults {
  readonly entry: IntentFile["defaults"];
  readonly extraRegions: readonly string[];
  /** Something of the defaults could not be read: that a region is missing proves nothing. */
  readonly isUnread: boolean;
}

export function readVirtualNetwork(
  reading: Reading,
  name: string,
  entry: VirtualNetworkEntry,
  { entry: defaults, extraRegions, isUnread }: Defaults,
): VirtualNetworkIntent | undefined {
  const origin = at(reading, "virtualNetworks", name);
  const found = reading.diagnostics.length;
  const within = (key: string) => originWithin(origin, key);

  if (entry.existing === undefined)
    checkName(reading, name, virtualNetworkName.value, "virtual network", origin);
  else checkExisting(reading, name, entry, within("existing"));
  checkScope(reading, name, entry, defaults.resourceGroup, within);
  if (entry.egress !== undefined && entry.egress !== "internet")
    unsupportedEgress(reading, name, entry.egress, within("egress"));

  const addressSpace = readRanges(reading, entry.addressSpace, within("addressSpace"), name);
  const length = entry.size === undefined ? undefined : readLength(reading, entry.size, within("size"), name);
  if (entry.size !== undefined && entry.addressSpace !== undefined) {
    report(
      reading,
      "intent/duplicate-size",
      within("size"),
      `${name} has both a range and a size.`,
      "Remove size: the range has one.",
    );
  }
  // A mistake in the default is reported once, where it stands, and not for every network.
  const quiet: Reading = { ...reading, diagnostics: [] };
  const region = regionOf(reading, quiet, name, entry, { entry: defaults, extraRegions, isUnread });
  const growth = readGrowth(
    entry.growth === undefined ? quiet : reading,
    entry.growth ?? defaults.growth,
    within("growth"),
    name,
  );
  const subnets = readSubnets(reading, name, entry, within("subnets"));
  const isPlaced =
    region !== undefined || (entry.existing !== undefined && regionText(entry, defaults) === undefined);
  if (reading.diagnostics.length > found || !isPlaced) return undefined;

  return {
    name,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    ...(entry.role === undefined ? {} : { role: entry.role }),
    region,
    scope: scopeOf(entry, defaults),
    ...(entry.existing === undefined ? {} : { existing: entry.existing.replace(/\/$/, "") }),
    addressSpace,
    ...(length === undefined ? {} : { length }),
    dualStack: entry.dualStack ?? defaults.dualStack ?? false,
    growth,
    subnets,
    tags: textTags({ ...defaults.tags, ...entry.tags }),
    origin,
  };
}

function regionOf(
  reading: Reading,
  quiet: Reading,
  name: string,
  entry: VirtualNetworkEntry,
  { entry: defaults, extraRegions, isUnread }: Defaults,
): string | undefined {
  const origin = at(reading, "virtualNetworks", name);
  const text = regionText(entry, defaults);
  if (text !== undefined) {
    const place = originWithin(origin, "region");
    return readRegion(
      entry.region === undefined ? quiet : reading,
      text,
      place,
      `${name} is in`,
      extraRegions,
    );
  }
  const isHidden = isUnread || reading.damage.lost("virtualNetworks", name);
  if (entry.existing === undefined && !isHidden) reading.withoutRegion.push({ name, origin });
  return undefined;
}

function regionText(entry: VirtualNetworkEntry, defaults: Defaults["entry"]): string | undefined {
  return entry.region ?? defaults.region;
}

function scopeOf(entry: VirtualNetworkEntry, defaults: Defaults["entry"]) {
  const given = entry.subscription ?? defaults.subscription;
  const subscription = given !== undefined && isSubscription(given) ? given : undefined;
  const resourceGroup = entry.resourceGroup ?? defaults.resourceGroup;
  return {
    ...(subscription === undefined ? {} : { subscription }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
  };
}

function textTags(
  tags: Readonly<Record<string, string | number | boolean>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]));
}

function unsupportedEgress(reading: Reading, name: string, egress: string, origin: Origin): void {
  report(
    reading,
    "intent/unsupported-egress",
    origin,
    `${name} wants to leave by ${egress === "site" ? "a site" : "a firewall"}, which Isthmus cannot plan yet.`,
    "Remove egress and add the route table yourself.",
  );
}
