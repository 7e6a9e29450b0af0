import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { contains, createAllocator, formatPrefix, type Prefix } from "../../ip/index.ts";
import type { AddressPlan, NetworkPlan, PlannedRange, RegionBlock } from "../../model/address-plan.ts";
import type { AddressPool, Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { Lock } from "../../model/lock.ts";
import { checkRanges } from "./check-ranges.ts";
import { type FixedRange, fixedRanges } from "./fixed-ranges.ts";
import { type Keeping, keepRanges } from "./keep-ranges.ts";
import { IPV6_NETWORK_LENGTH, networkLength } from "./network-length.ts";
import { planSubnets } from "./plan-subnets.ts";
import { createRegionSpace, type RegionSpace } from "./region-space.ts";

/**
 * Gives every network its ranges. Nothing planned overlaps anything else in the file, whether or not they are
 * connected: what is apart today may be joined tomorrow. The order of the file does not matter.
 */
export function planAddresses(
  intent: Intent,
  lock: Lock,
  reconsider: boolean,
): { readonly plan: AddressPlan; readonly diagnostics: readonly Diagnostic[] } {
  const fixed = fixedRanges(intent);
  const keeping = keepRanges(intent, lock, fixed, reconsider);
  const diagnostics: Diagnostic[] = [...checkRanges(intent), ...keeping.diagnostics];

  const used = [...blocking(fixed, intent.pools), ...[...keeping.networks.values()].flat()];
  const regions = new Set(intent.virtualNetworks.flatMap((network) => network.region ?? []));
  const space = createRegionSpace(intent.pools, used, fixed, keeping.regionBlocks, regions.size);
  const ranges = takeRanges(intent, keeping, space, diagnostics);

  const networks = intent.virtualNetworks.map((network): NetworkPlan => {
    const addressSpace = ranges.get(network.name) ?? [];
    const prefixes = addressSpace.map((range) => range.prefix);
    const locked = lock.networks.get(network.name);
    const subnets = prefixes.length === 0 ? [] : planSubnets(network, prefixes, locked, diagnostics);
    return { network, addressSpace, subnets };
  });
  return { plan: { regionBlocks: usedBlocks(space, networks), networks }, diagnostics };
}

/** Fixed ranges that a pool must leave alone. One that contains the whole pool is a summary of it, and no claim on it. */
function blocking(fixed: readonly FixedRange[], pools: readonly AddressPool[]): readonly Prefix[] {
  const isSummary = (range: FixedRange) =>
    range.type === "site" &&
    pools.some((pool) => contains(range.prefix, pool.prefix) && range.prefix.length < pool.prefix.length);
  return fixed.filter((range) => !isSummary(range)).map((range) => range.prefix);
}

function takeRanges(
  intent: Intent,
  keeping: Keeping,
  space: RegionSpace,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, readonly PlannedRange[]> {
  const ranges = new Map<string, PlannedRange[]>();
  const open: { network: VirtualNetworkIntent; length: number; family: 4 | 6 }[] = [];
  for (const network of intent.virtualNetworks) {
    const given = network.addressSpace.map(({ prefix }): PlannedRange => ({ prefix, from: "given" }));
    const kept = (keeping.networks.get(network.name) ?? []).map((prefix): PlannedRange => ({ prefix, from: "planned" }));
    const has = [...given, ...kept];
    ranges.set(network.name, has);
    if (network.existing !== undefined || keeping.broken.has(network.name)) continue;

    if (given.length === 0 && !has.some(({ prefix }) => prefix.family === 4)) {
      open.push({ network, length: networkLength(network), family: 4 });
    }
    if (network.dualStack && !has.some(({ prefix }) => prefix.family === 6)) {
      open.push({ network, length: IPV6_NETWORK_LENGTH, family: 6 });
    }
  }
  for (const { network, length, family } of open.sort(largestFirst)) {
    const prefix = network.region === undefined ? undefined : space.take(network.region, length, family);
    if (prefix) ranges.get(network.name)?.push({ prefix, from: "planned" });
    else diagnostics.push(exhausted(intent, network, length, family));
  }
  return ranges;
}

type Open = { readonly network: VirtualNetworkIntent; readonly length: number };

function largestFirst(a: Open, b: Open): number {
  return a.length - b.length || (a.network.name < b.network.name ? -1 : 1);
}

function exhausted(intent: Intent, network: VirtualNetworkIntent, length: number, family: 4 | 6): Diagnostic {
  const pools = intent.pools.filter(
    (pool) => pool.prefix.family === family && (pool.region === undefined || pool.region === network.region),
  );
  const base = { severity: "error", origin: network.origin, at: "key" } as const;
  if (pools.length === 0) {
    const what = family === 6 ? "an IPv6 range" : "a range";
    const where = intent.pools.length === 0 ? "the file has no addressSpace" : `addressSpace has none for ${network.region}`;
    return {
      ...base,
      rule: "addresses/missing-pool",
      message: `${network.name} needs ${what} to be planned, and ${where}.`,
      hint: `Write addressSpace: ${family === 6 ? "fd00:64::/48" : "10.64.0.0/12"}, or give ${network.name} a range of its own.`,
    };
  }
  const fixed = fixedRanges(intent).map((range) => range.prefix);
  const [largest] = createAllocator(pools.map((pool) => pool.prefix), fixed).free().toSorted((a, b) => a.length - b.length);
  const room = largest && largest.length > length ? `; without any planned network the largest free range would be ${formatPrefix(largest)}` : "";
  return {
    ...base,
    rule: "addresses/exhausted-pool",
    message: `${network.name} needs a /${length}, and ${pools.map((pool) => formatPrefix(pool.prefix)).join(", ")} has none left${room}.`,
    related: pools.map((pool) => ({ message: `${formatPrefix(pool.prefix)} stands here`, origin: pool.origin })),
    hint: "Add a range to addressSpace, or make networks smaller.",
  };
}

/** A block from which nothing was taken is not kept. */
function usedBlocks(space: RegionSpace, networks: readonly NetworkPlan[]): readonly RegionBlock[] {
  const planned = networks.flatMap(({ addressSpace }) =>
    addressSpace.filter(({ from }) => from !== "given").map(({ prefix }) => prefix),
  );
  return space.blocks().filter((block) => planned.some((prefix) => contains(block.prefix, prefix)));
}
