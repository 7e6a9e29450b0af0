import { namedSubnets } from "../../azure/named-subnets.ts";
import {
  reservedAddressesPerSubnet,
  resourceGroupName,
  subnetLengths,
  subnetName,
  virtualNetworkName,
} from "../../azure/virtual-network-limits.ts";
import type { Growth, SubnetIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import { parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { sameType } from "../../model/resource.ts";
import { VIRTUAL_NETWORK } from "../../model/virtual-network.ts";
import { originWithin, type Origin } from "../../source/origin.ts";
import type { IntentFile, SubnetEntry, VirtualNetworkEntry } from "./intent-file.ts";
import { readRegion } from "./read-region.ts";
import { readPercent } from "./read-units.ts";
import { at, type Reading, readLength, readRanges, report } from "./reading.ts";

/** What holds for every network that does not say otherwise. */
export interface Defaults {
  readonly entry: IntentFile["defaults"];
  readonly extraRegions: readonly string[];
}

export function readVirtualNetwork(
  reading: Reading,
  name: string,
  entry: VirtualNetworkEntry,
  { entry: defaults, extraRegions }: Defaults,
): VirtualNetworkIntent | undefined {
  const origin = at(reading, "virtualNetworks", name);
  const found = reading.diagnostics.length;
  const within = (key: string) => originWithin(origin, key);

  if (entry.existing === undefined) checkName(reading, name, virtualNetworkName.value, "virtual network", origin);
  else checkExisting(reading, name, entry, within("existing"));
  checkScope(reading, name, entry, within);
  if (entry.egress !== undefined && entry.egress !== "internet") unsupportedEgress(reading, name, entry.egress, within("egress"));

  const addressSpace = readRanges(reading, entry.addressSpace, within("addressSpace"), name);
  const length = entry.size === undefined ? undefined : readLength(reading, entry.size, within("size"), name);
  if (entry.size !== undefined && entry.addressSpace !== undefined) {
    report(reading, "intent/duplicate-size", within("size"), `${name} has both a range and a size.`, "Remove size: the range has one.");
  }
  const regionText = entry.region ?? defaults.region;
  const regionOrigin = entry.region === undefined ? at(reading, "defaults", "region") : within("region");
  if (regionText === undefined && entry.existing === undefined) {
    report(reading, "intent/missing-region", origin, `${name} has no region.`, "Write region, or give one to all under defaults.", { at: "key" });
  }
  // A mistake in the default is reported once, where it stands, and not for every network.
  const regionReading = entry.region === undefined ? { ...reading, diagnostics: [] } : reading;
  const region = regionText === undefined ? undefined : readRegion(regionReading, regionText, regionOrigin, name, extraRegions);

  const growth = readGrowth(reading, entry.growth ?? defaults.growth, within("growth"), name);
  const subnets = readSubnets(reading, name, entry, within("subnets"));
  if (reading.diagnostics.length > found) return undefined;

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

function checkName(reading: Reading, name: string, pattern: string, what: string, origin: Origin): void {
  if (new RegExp(pattern).test(name)) return;

  report(
    reading,
    "intent/invalid-name",
    origin,
    `"${name}" is no name that Azure takes for a ${what}.`,
    "Use letters, digits, dots, dashes and underscores, from a letter or digit on.",
    { at: "key" },
  );
}

function checkExisting(reading: Reading, name: string, entry: VirtualNetworkEntry, origin: Origin): void {
  const parts = parseResourceId(entry.existing ?? "");
  if (!parts || !sameType(resourceTypeOf(parts), VIRTUAL_NETWORK)) {
    report(
      reading,
      "intent/invalid-id",
      origin,
      `${name} is to be the existing "${entry.existing}", which is not the id of a virtual network.`,
      "Write /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/….",
    );
  }
  if (entry.addressSpace === undefined) {
    report(
      reading,
      "intent/missing-address-space",
      originWithin({ ...origin, path: origin.path.slice(0, -1) }),
      `${name} exists already, and its ranges are not given.`,
      "Write its addressSpace as Azure shows it.",
      { at: "key" },
    );
  }
}

function checkScope(reading: Reading, name: string, entry: VirtualNetworkEntry, within: (key: string) => Origin): void {
  const { resourceGroup, subscription } = entry;
  if (resourceGroup !== undefined && !new RegExp(resourceGroupName.value).test(resourceGroup)) {
    report(reading, "intent/invalid-name", within("resourceGroup"), `${name} is in "${resourceGroup}", which is no name of a resource group.`, "Use letters, digits, dots, dashes, underscores and parentheses.");
  }
  if (subscription !== undefined && !isSubscription(subscription)) {
    report(reading, "intent/invalid-id", within("subscription"), `${name} is in the subscription "${subscription}", which is not an id of one.`, "Write the subscription's GUID.");
  }
  if (subscription !== undefined && resourceGroup === undefined) {
    report(reading, "intent/missing-resource-group", within("subscription"), `${name} names a subscription and no resource group in it.`, "Write resourceGroup beside it.");
  }
}

export function isSubscription(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function scopeOf(entry: VirtualNetworkEntry, defaults: Defaults["entry"]) {
  const subscription = entry.subscription ?? defaults.subscription;
  const resourceGroup = entry.resourceGroup ?? defaults.resourceGroup;
  return {
    ...(subscription === undefined ? {} : { subscription }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
  };
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

export function readGrowth(reading: Reading, value: string | number | undefined, origin: Origin, name: string): Growth {
  if (value === undefined) return { type: "share", share: 0.25 };
  if (value === "none") return { type: "share", share: 0 };
  if (value === "nextPowerOfTwo") return { type: "nextPowerOfTwo" };

  const figure = readPercent(value);
  if ("value" in figure && figure.value < 100) return { type: "share", share: figure.value / 100 };
  report(reading, "intent/invalid-unit", origin, `${name} has the growth "${value}", which is no share of a network.`, "Write a share such as 25%, nextPowerOfTwo, or none.");
  return { type: "share", share: 0.25 };
}

function readSubnets(reading: Reading, network: string, entry: VirtualNetworkEntry, origin: Origin): readonly SubnetIntent[] {
  const seen = new Map<string, string>();
  return Object.entries(entry.subnets ?? {}).map(([name, subnet]) => {
    const place = originWithin(origin, name);
    checkName(reading, name, subnetName.value, "subnet", place);
    const first = seen.get(name.toLowerCase());
    if (first !== undefined) {
      report(reading, "intent/duplicate-name", place, `${network} has the subnets ${first} and ${name}, which are one name to Azure.`, "Rename one of them.", { at: "key" });
    }
    seen.set(name.toLowerCase(), name);
    return readSubnet(reading, network, name, subnet, place);
  });
}

/** What a subnet of no stated size gets. */
const ORDINARY_LENGTH = 24;

function readSubnet(reading: Reading, network: string, name: string, entry: SubnetEntry, origin: Origin): SubnetIntent {
  const label = `${network}/${name}`;
  if (entry === null) {
    const length = namedSubnets.value[name]?.recommendedLength ?? ORDINARY_LENGTH;
    return { name, addressPrefixes: [], length, origin };
  }
  if (typeof entry === "string") {
    if (entry.startsWith("/")) return { name, addressPrefixes: [], ...lengthOf(readLength(reading, entry, origin, label)), origin };
    return { name, addressPrefixes: readRanges(reading, entry, origin, label), origin };
  }
  const given = [entry.size, entry.hosts, entry.addressPrefix].filter((value) => value !== undefined);
  if (given.length !== 1) {
    report(reading, "intent/invalid-size", origin, `${label} takes one of size, hosts and addressPrefix, and has ${given.length || "none"} of them.`, "Write size: /24, for example.", { at: "key" });
  }
  const addressPrefixes = readRanges(reading, entry.addressPrefix, originWithin(origin, "addressPrefix"), label);
  const length =
    entry.size === undefined ? lengthForHosts(reading, entry.hosts, origin, label) : readLength(reading, entry.size, originWithin(origin, "size"), label);
  return { name, addressPrefixes, ...lengthOf(length), origin };
}

function lengthOf(length: number | undefined): { readonly length?: number } {
  return length === undefined ? {} : { length };
}

/** The longest prefix whose addresses, less those that Azure keeps, are still enough. */
function lengthForHosts(reading: Reading, hosts: number | undefined, origin: Origin, label: string): number | undefined {
  if (hosts === undefined) return undefined;

  const bits = Math.max(32 - subnetLengths.value.smallest, Math.ceil(Math.log2(hosts + reservedAddressesPerSubnet.value)));
  if (32 - bits >= subnetLengths.value.largest) return 32 - bits;
  report(reading, "intent/invalid-size", originWithin(origin, "hosts"), `${label} asks for ${hosts} addresses, more than the largest subnet holds.`, "Split it into several subnets.");
  return undefined;
}

function textTags(tags: Readonly<Record<string, string | number | boolean>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]));
}

