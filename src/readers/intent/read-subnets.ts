import { namedSubnets } from "../../azure/named-subnets.ts";
import { reservedAddressesPerSubnet, subnetLengths, subnetName } from "../../azure/virtual-network-limits.ts";
import type { SubnetIntent } from "../../model/intent.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import { checkName } from "./check-name.ts";
import type { SubnetEntry, VirtualNetworkEntry } from "./intent-file.ts";
import { type Reading, readLength, readRanges, report } from "./reading.ts";

export function readSubnets(
  reading: Reading,
  network: string,
  entry: VirtualNetworkEntry,
  origin: Origin,
): readonly SubnetIntent[] {
  const seen = new Map<string, string>();
  return Object.entries(entry.subnets ?? {}).map(([name, subnet]) => {
    const place = originWithin(origin, name);
    checkName(reading, name, subnetName.value, "subnet", place);
    const first = seen.get(name.toLowerCase());
    if (first !== undefined) {
      report(
        reading,
        "intent/duplicate-name",
        place,
        `${network} has the subnets ${first} and ${name}, which are one name to Azure.`,
        "Rename one of them.",
        {
          at: "key",
          related: [{ message: `${first} stands here`, origin: originWithin(origin, first) }],
        },
      );
    }
    seen.set(name.toLowerCase(), name);
    return readSubnet(reading, network, name, subnet, place);
  });
}

/** What a subnet of no stated size gets. */
const ORDINARY_LENGTH = 24;

function readSubnet(
  reading: Reading,
  network: string,
  name: string,
  entry: SubnetEntry,
  origin: Origin,
): SubnetIntent {
  const label = `${network}/${name}`;
  if (entry === null) {
    const length = namedSubnets.value[name]?.recommendedLength ?? ORDINARY_LENGTH;
    return { name, addressPrefixes: [], length, origin };
  }
  if (typeof entry === "string") {
    if (entry.startsWith("/"))
      return { name, addressPrefixes: [], ...lengthOf(readLength(reading, entry, origin, label)), origin };
    return { name, addressPrefixes: readRanges(reading, entry, origin, label), origin };
  }
  const given = [entry.size, entry.hosts, entry.addressPrefix].filter((value) => value !== undefined);
  if (
    given.length !== 1 &&
    !(given.length === 0 && reading.damage.lost("virtualNetworks", network, "subnets", name))
  ) {
    report(
      reading,
      "intent/invalid-size",
      origin,
      `${label} takes one of size, hosts and addressPrefix, and has ${given.length || "none"} of them.`,
      "Write size: /24, for example.",
      { at: "key" },
    );
  }
  const addressPrefixes = readRanges(
    reading,
    entry.addressPrefix,
    originWithin(origin, "addressPrefix"),
    label,
  );
  const length =
    entry.size === undefined
      ? lengthForHosts(reading, entry.hosts, origin, label)
      : readLength(reading, entry.size, originWithin(origin, "size"), label);
  return { name, addressPrefixes, ...lengthOf(length), origin };
}

function lengthOf(length: number | undefined): { readonly length?: number } {
  return length === undefined ? {} : { length };
}

/** The longest prefix whose addresses, less those that Azure keeps, are still enough. */
function lengthForHosts(
  reading: Reading,
  hosts: number | undefined,
  origin: Origin,
  label: string,
): number | undefined {
  if (hosts === undefined) return undefined;

  const bits = Math.max(
    32 - subnetLengths.value.smallest,
    Math.ceil(Math.log2(hosts + reservedAddressesPerSubnet.value)),
  );
  if (32 - bits >= subnetLengths.value.largest) return 32 - bits;
  report(
    reading,
    "intent/invalid-size",
    originWithin(origin, "hosts"),
    `${label} asks for ${hosts} addresses, more than the largest subnet holds.`,
    "Split it into several subnets.",
  );
  return undefined;
}
