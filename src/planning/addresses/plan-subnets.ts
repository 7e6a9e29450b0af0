import { namedSubnets } from "../../azure/named-subnets.ts";
import { ipv6SubnetLength } from "../../azure/virtual-network-limits.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { contains, createAllocator, type Family, formatPrefix, type Prefix } from "../../ip/index.ts";
import type { PlannedRange, SubnetPlan } from "../../model/address-plan.ts";
import type { SubnetIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { Lock } from "../../model/lock.ts";

/**
 * Subnets inside a network: what a person fixed stays, what the lock has is kept, and the rest takes the lowest free
 * ranges, the largest first. What the lock has and does not fit any more is an error, for to move a subnet is to
 * build anew what is in it; `reconsider` moves it.
 */
export function planSubnets(
  network: VirtualNetworkIntent,
  addressSpace: readonly PlannedRange[],
  lock: Lock,
  reconsider: boolean,
): { readonly subnets: readonly SubnetPlan[]; readonly diagnostics: readonly Diagnostic[] } {
  const space = addressSpace.map(({ prefix }) => prefix);
  // A fixed subnet of a network that is to be planned is reported already, and no part of the plan.
  const isFixed = network.existing !== undefined || network.addressSpace.length > 0;
  const givenTo = (subnet: SubnetIntent) =>
    isFixed ? subnet.addressPrefixes.map((range) => range.prefix) : [];
  const allocator = createAllocator(space, network.subnets.flatMap(givenTo));
  const diagnostics: Diagnostic[] = [];
  const subnets = network.subnets.map((subnet) => ({
    subnet,
    name: subnet.name,
    addressPrefixes: givenTo(subnet).map((prefix): PlannedRange => ({ prefix, from: "given" })),
  }));

  const open = subnets
    .flatMap(({ subnet, addressPrefixes }) => demandsOf(subnet, addressPrefixes, network, space))
    .filter((demand) => {
      const locked = lockedRange(demand, network, space, lock);
      if (!locked) return true;

      const isKept = locked.length === demand.length && allocator.takeExact(locked);
      if (isKept) demand.addressPrefixes.push({ prefix: locked, from: "planned" });
      else if (!reconsider) diagnostics.push(stale(network, demand, locked, lock));
      return !isKept && reconsider;
    });
  for (const demand of open.toSorted(largestFirst)) {
    const prefix = allocator.take(demand.length, demand.family);
    if (prefix) demand.addressPrefixes.push({ prefix, from: "planned" });
    else diagnostics.push(noRoom(network, demand, space, allocator.free()));
  }
  return { subnets: subnets.map(({ name, addressPrefixes }) => ({ name, addressPrefixes })), diagnostics };
}

interface Demand {
  readonly subnet: SubnetIntent;
  readonly length: number;
  readonly family: Family;
  readonly addressPrefixes: PlannedRange[];
}

/** A network without any range of a family is reported as such, and not once for each of its subnets. */
function demandsOf(
  subnet: SubnetIntent,
  addressPrefixes: PlannedRange[],
  network: VirtualNetworkIntent,
  space: readonly Prefix[],
): readonly Demand[] {
  const has = (family: Family) => space.some((prefix) => prefix.family === family);
  const demands: Demand[] = [];
  if (subnet.length !== undefined && has(4))
    demands.push({ subnet, addressPrefixes, length: subnet.length, family: 4 });

  const hasIpv6 = subnet.addressPrefixes.some(({ prefix }) => prefix.family === 6);
  const isThere = network.existing !== undefined && subnet.addressPrefixes.length > 0;
  const takesIpv6 = namedSubnets.value[subnet.name]?.takesIpv6 ?? true;
  if (network.dualStack && has(6) && takesIpv6 && !hasIpv6 && !isThere) {
    demands.push({ subnet, addressPrefixes, length: ipv6SubnetLength.value, family: 6 });
  }
  return demands;
}

/** Where the network itself has moved, its subnets move with it. */
function lockedRange(
  { subnet, family }: Demand,
  network: VirtualNetworkIntent,
  space: readonly Prefix[],
  lock: Lock,
): Prefix | undefined {
  const locked = lock.networks.get(network.name)?.subnets.get(subnet.name) ?? [];
  return locked.find((prefix) => prefix.family === family && space.some((range) => contains(range, prefix)));
}

function largestFirst(a: Demand, b: Demand): number {
  return a.length - b.length || (a.subnet.name < b.subnet.name ? -1 : 1);
}

function stale(
  network: VirtualNetworkIntent,
  { subnet, length }: Demand,
  locked: Prefix,
  lock: Lock,
): Diagnostic {
  const path = ["virtualNetworks", network.name, "subnets", subnet.name];
  const text = formatPrefix(locked);
  const label = `${network.name}/${subnet.name}`;
  const isOtherSize = locked.length !== length;
  return {
    rule: "lock/stale-range",
    severity: "error",
    message: isOtherSize
      ? `${label} asks for the size /${length}, and ${lock.file} keeps it at ${text}.`
      : `${label} has ${text} from ${lock.file}, which another subnet of ${network.name} uses.`,
    origin: subnet.origin,
    related: [{ message: `${label} has ${text} here`, origin: { file: lock.file, path } }],
    hint: isOtherSize
      ? `Put the size back to /${locked.length}, or run with --reconsider to plan it anew.`
      : "Give the other subnet another range, or run with --reconsider to plan this one anew.",
  };
}

function noRoom(
  network: VirtualNetworkIntent,
  { subnet, length, family }: Demand,
  space: readonly Prefix[],
  free: readonly Prefix[],
): Diagnostic {
  const [largest] = free.filter((prefix) => prefix.family === family).toSorted((a, b) => a.length - b.length);
  const ranges = space.filter((prefix) => prefix.family === family).map(formatPrefix);
  return {
    rule: "addresses/too-small-network",
    severity: "error",
    message: `${network.name} (${ranges.join(", ")}) has no room for its subnet ${subnet.name} (/${length}); ${largest ? `the largest free range is ${formatPrefix(largest)}` : "nothing in it is free"}.`,
    origin: subnet.origin,
    hint:
      network.addressSpace.length > 0
        ? `Add a range to the addressSpace of ${network.name}, or make the subnet smaller.`
        : `Give ${network.name} a larger size, or make the subnet smaller.`,
  };
}
