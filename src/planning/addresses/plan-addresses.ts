import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { contains, type Family, type Prefix } from "../../ip/index.ts";
import type { AddressPlan, NetworkPlan, PlannedRange, RegionBlock } from "../../model/address-plan.ts";
import type { Intent } from "../../model/intent.ts";
import type { Lock } from "../../model/lock.ts";
import { checkRanges } from "./check-ranges.ts";
import { fixedRanges, isSummary } from "./fixed-ranges.ts";
import { type Keeping, keepRanges } from "./keep-ranges.ts";
import { IPV6_NETWORK_LENGTH, networkLength } from "./network-length.ts";
import { planSubnets } from "./plan-subnets.ts";
import { createRegionSpace, type RegionSpace } from "./region-space.ts";
import { type UnmetDemand, unmetDemands } from "./unmet-demands.ts";

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
  const blocking = fixed.filter((range) => !isSummary(range, intent.pools)).map((range) => range.prefix);
  const used = [...blocking, ...[...keeping.networks.values()].flat()];
  const regions = new Set(intent.virtualNetworks.flatMap((network) => network.region ?? []));
  const space = createRegionSpace(intent.pools, used, fixed, keeping.regionBlocks, regions.size);
  const { ranged, unmet } = takeRanges(intent, keeping, space);

  const planned = ranged.map(({ network, addressSpace }) => {
    const { subnets, diagnostics } = planSubnets(network, addressSpace, lock, reconsider);
    return { network: { network, addressSpace, subnets }, diagnostics };
  });
  const networks = planned.map(({ network }): NetworkPlan => network);
  return {
    plan: { regionBlocks: usedBlocks(space, networks), networks },
    diagnostics: [
      ...checkRanges(intent),
      ...keeping.diagnostics,
      ...unmetDemands(unmet, intent),
      ...planned.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

interface Open extends UnmetDemand {
  readonly region: string;
  readonly addressSpace: PlannedRange[];
}

function takeRanges(intent: Intent, keeping: Keeping, space: RegionSpace) {
  const ranged = intent.virtualNetworks.map((network) => {
    const given = network.addressSpace.map(({ prefix }): PlannedRange => ({ prefix, from: "given" }));
    const kept = keeping.networks.get(network.name) ?? [];
    return {
      network,
      addressSpace: [...given, ...kept.map((prefix): PlannedRange => ({ prefix, from: "planned" }))],
    };
  });
  const open = ranged.flatMap(({ network, addressSpace }): readonly Open[] => {
    const { region, existing, name, dualStack } = network;
    if (region === undefined || existing !== undefined || keeping.broken.has(name)) return [];

    const lacks = (family: Family) => !addressSpace.some(({ prefix }) => prefix.family === family);
    const takes4 = network.addressSpace.length === 0 && lacks(4);
    return [
      ...(takes4
        ? [{ network, region, addressSpace, length: networkLength(network), family: 4 as const }]
        : []),
      ...(dualStack && lacks(6)
        ? [{ network, region, addressSpace, length: IPV6_NETWORK_LENGTH, family: 6 as const }]
        : []),
    ];
  });
  const failed = open.toSorted(largestFirst).filter(({ region, addressSpace, length, family }) => {
    const prefix = space.take(region, length, family);
    if (prefix) addressSpace.push({ prefix, from: "planned" });
    return prefix === undefined;
  });
  const unmet = new Set(failed);
  return { ranged, unmet: open.filter((demand) => unmet.has(demand)) };
}

function largestFirst(a: UnmetDemand, b: UnmetDemand): number {
  return a.length - b.length || (a.network.name < b.network.name ? -1 : 1);
}

/** A block from which nothing was taken is not kept. */
function usedBlocks(space: RegionSpace, networks: readonly NetworkPlan[]): readonly RegionBlock[] {
  const planned: readonly Prefix[] = networks.flatMap(({ addressSpace }) =>
    addressSpace.filter(({ from }) => from !== "given").map(({ prefix }) => prefix),
  );
  return space.blocks().filter((block) => planned.some((prefix) => contains(block.prefix, prefix)));
}
