import { formatPrefix, freeBlocks } from "../../src/ip/index.ts";
import type { AddressPlan, NetworkPlan, PlannedRange } from "../../src/model/address-plan.ts";

/** One fact a line, sorted, so that the order of the file does not show. */
export function addressLines({ regionBlocks, networks, clientPools = [] }: AddressPlan): readonly string[] {
  return [
    ...regionBlocks.map(({ region, prefix }) => `region ${region}: ${formatPrefix(prefix)}`),
    ...networks.toSorted((a, b) => (a.network.name < b.network.name ? -1 : 1)).flatMap(networkLines),
    ...clientPools.map(({ users, addressSpace }) => `users ${users}: ${listed(addressSpace)}`).sort(),
  ];
}

function networkLines({ network, addressSpace, subnets }: NetworkPlan): readonly string[] {
  const used = subnets.flatMap(({ addressPrefixes }) => addressPrefixes.map(({ prefix }) => prefix));
  const free = freeBlocks(
    addressSpace.map(({ prefix }) => prefix),
    used,
  ).map(formatPrefix);
  return [
    `${network.name}: ${listed(addressSpace)}`,
    ...subnets
      .map(({ name, addressPrefixes }) => `${network.name}/${name}: ${listed(addressPrefixes)}`)
      .sort(),
    `${network.name} free: ${free.join(", ") || "nothing"}`,
  ];
}

function listed(ranges: readonly PlannedRange[]): string {
  return ranges.map(({ prefix, from }) => `${formatPrefix(prefix)} ${from}`).join(", ") || "nothing";
}
