import { ipv6SubnetLength } from "../../azure/virtual-network-limits.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { createAllocator, formatPrefix, type Prefix } from "../../ip/index.ts";
import type { PlannedRange, SubnetPlan } from "../../model/address-plan.ts";
import type { SubnetIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { LockedNetwork } from "../../model/lock.ts";

/**
 * Subnets inside a network: what a person fixed stays, what the lock has is kept where it still fits, and the rest
 * takes the lowest free ranges, the largest first.
 */
export function planSubnets(
  network: VirtualNetworkIntent,
  space: readonly Prefix[],
  locked: LockedNetwork | undefined,
  diagnostics: Diagnostic[],
): readonly SubnetPlan[] {
  const given = network.subnets.flatMap((subnet) => subnet.addressPrefixes.map((range) => range.prefix));
  const allocator = createAllocator(space, given);
  const ranges = new Map<string, PlannedRange[]>();
  for (const subnet of network.subnets) {
    ranges.set(subnet.name, subnet.addressPrefixes.map(({ prefix }) => ({ prefix, from: "given" })));
  }

  const wanted = network.subnets.flatMap((subnet) => demandsOf(subnet, network, space));
  const open = wanted.filter(({ subnet, length, family }) => {
    const kept = locked?.subnets.get(subnet.name)?.find((prefix) => prefix.family === family && prefix.length === length);
    const fits = kept !== undefined && allocator.takeExact(kept);
    if (fits) ranges.get(subnet.name)?.push({ prefix: kept, from: "planned" });
    return !fits;
  });
  for (const { subnet, length, family } of open.sort(largestFirst)) {
    const prefix = allocator.take(length, family);
    if (prefix) ranges.get(subnet.name)?.push({ prefix, from: "planned" });
    else diagnostics.push(noRoom(network, subnet, length, space, allocator.free().filter((free) => free.family === family)));
  }
  return network.subnets.map(({ name }) => ({ name, addressPrefixes: ranges.get(name) ?? [] }));
}

interface Demand {
  readonly subnet: SubnetIntent;
  readonly length: number;
  readonly family: 4 | 6;
}

function demandsOf(subnet: SubnetIntent, network: VirtualNetworkIntent, space: readonly Prefix[]): Demand[] {
  const demands: Demand[] = [];
  if (subnet.length !== undefined) demands.push({ subnet, length: subnet.length, family: 4 });

  const hasIpv6 = subnet.addressPrefixes.some(({ prefix }) => prefix.family === 6);
  const takesIpv6 = network.dualStack && space.some((prefix) => prefix.family === 6) && !hasIpv6;
  const isThere = network.existing !== undefined && subnet.addressPrefixes.length > 0;
  if (takesIpv6 && !isThere) demands.push({ subnet, length: ipv6SubnetLength.value, family: 6 });
  return demands;
}

function largestFirst(a: Demand, b: Demand): number {
  return a.length - b.length || (a.subnet.name < b.subnet.name ? -1 : 1);
}

function noRoom(
  network: VirtualNetworkIntent,
  subnet: SubnetIntent,
  length: number,
  space: readonly Prefix[],
  free: readonly Prefix[],
): Diagnostic {
  const [largest] = free.toSorted((a, b) => a.length - b.length);
  return {
    rule: "addresses/too-small-network",
    severity: "error",
    message: `${network.name} (${space.map(formatPrefix).join(", ")}) has no room for its subnet ${subnet.name} (/${length}); ${largest ? `the largest free range is ${formatPrefix(largest)}` : "nothing in it is free"}.`,
    origin: subnet.origin,
    hint:
      network.addressSpace.length > 0
        ? `Add a range to the addressSpace of ${network.name}, or make the subnet smaller.`
        : `Give ${network.name} a larger size, or make the subnet smaller; where the lock keeps its range, \`--reconsider\` moves it.`,
  };
}
