import { contains, type Prefix } from "../ip/index.ts";
import type { AddressPlan, NatRangePlan, NetworkPlan } from "../model/address-plan.ts";
import type { AddressDemand, SizedFacility } from "../model/facility-type.ts";
import type { Intent, VirtualNetworkIntent } from "../model/intent.ts";
import type { Lock, LockedNetwork } from "../model/lock.ts";

/** No network can be called so, for Azure takes no blank in a name; a range has none either. */
const NAME = /^the translation of (\S+) of (.+)$/;

type NatDemand = Extract<AddressDemand, { readonly type: "natRange" }>;

/**
 * What sites are translated into is planned as networks are: from the region's block, clear of everything, kept by the
 * lock. These ranges stand among the networks of the intent while addresses are planned, and are taken out again.
 */
export function withNatRanges(intent: Intent, facilities: readonly SizedFacility[], lock: Lock): Intent {
  const byName = new Map<string, NatDemand[]>();
  for (const demand of facilities.flatMap(({ addresses }) => addresses)) {
    if (demand.type !== "natRange") continue;
    const name = nameOf(demand.site, demand.internal);
    byName.set(name, [...(byName.get(name) ?? []), demand]);
  }
  if (byName.size === 0) return intent;

  const ranges = [...byName].flatMap(([name, demands]): readonly VirtualNetworkIntent[] => {
    const demand = oneOf(demands, lock.networks.get(name), intent);
    const site = intent.sites.find((one) => one.name === demand?.site);
    if (!demand || !site) return [];
    return [
      {
        name,
        region: demand.region,
        scope: {},
        addressSpace: [],
        length: demand.length,
        dualStack: false,
        growth: { type: "share", share: 0 },
        subnets: [],
        tags: {},
        origin: site.nat?.origin ?? site.origin,
      },
    ];
  });
  return { ...intent, virtualNetworks: [...intent.virtualNetworks, ...ranges] };
}

/** Azure sees a site at one range everywhere: of several gateways' regions the one that it was taken from, or the first. */
function oneOf(
  demands: readonly NatDemand[],
  locked: LockedNetwork | undefined,
  { pools }: Intent,
): NatDemand | undefined {
  const inOrder = demands.toSorted((a, b) => (a.region < b.region ? -1 : 1));
  const isFrom = ({ region }: NatDemand, range: Prefix) =>
    pools.some((pool) => (pool.region ?? region) === region && contains(pool.prefix, range));
  return inOrder.find((demand) => locked?.addressSpace.some((range) => isFrom(demand, range))) ?? inOrder[0];
}

/** The plan with these ranges beside the networks, and no longer among them. */
export function withoutNatRanges(plan: AddressPlan): AddressPlan {
  const natRanges = plan.networks.flatMap((one) => natRangeOf(one) ?? []);
  if (natRanges.length === 0) return plan;
  return { ...plan, networks: plan.networks.filter((one) => !natRangeOf(one)), natRanges };
}

function natRangeOf({ network, addressSpace }: NetworkPlan): NatRangePlan | undefined {
  const [, internal, site] = NAME.exec(network.name) ?? [];
  if (internal === undefined || site === undefined) return undefined;
  return { site, internal, region: network.region, addressSpace };
}

function nameOf(site: string, internal: string): string {
  return `the translation of ${internal} of ${site}`;
}

export type NatRanges = ReadonlyMap<string, readonly (Prefix | undefined)[]>;

/** Of each site that is translated, for each of its ranges: what a person fixed, or what was planned. */
export function natRangesOf(intent: Intent, { natRanges = [] }: AddressPlan): NatRanges {
  return new Map(
    intent.sites.flatMap(({ name, nat, addressSpace }) => {
      if (!nat) return [];
      const planned = (internal: string) =>
        natRanges.find((range) => range.site === name && range.internal === internal)?.addressSpace[0];
      const ranges = nat.addressSpace ?? addressSpace.map(({ text }) => planned(text));
      return [[name, ranges.map((range) => range?.prefix)]];
    }),
  );
}
