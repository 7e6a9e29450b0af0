import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { fewNames } from "../../diagnostics/few-names.ts";
import { createAllocator, type Family, formatPrefix } from "../../ip/index.ts";
import type { AddressPool, Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import { fixedRanges } from "./fixed-ranges.ts";

/** A network that is to have a range of this length. */
export interface UnmetDemand {
  readonly network: VirtualNetworkIntent;
  readonly length: number;
  readonly family: Family;
}

/** One finding for each pool that is missing or full, however many networks take from it; `unmet` is in the order of the file. */
export function unmetDemands(unmet: readonly UnmetDemand[], intent: Intent): readonly Diagnostic[] {
  const groups = new Map<string, { readonly first: UnmetDemand; readonly all: UnmetDemand[] }>();
  for (const demand of unmet) {
    const pools = poolsFor(demand, intent);
    const which =
      pools.length > 0 ? pools.map((pool) => formatPrefix(pool.prefix)).join() : whereNone(demand, intent);
    const key = intent.pools.length === 0 ? which : `${demand.family} ${which}`;
    const group = groups.get(key) ?? { first: demand, all: [] };
    group.all.push(demand);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, all }) =>
    poolsFor(first, intent).length === 0
      ? missingPool(first, all, intent)
      : exhaustedPool(first, all, intent),
  );
}

function poolsFor({ network, family }: UnmetDemand, intent: Intent): readonly AddressPool[] {
  return intent.pools.filter(
    (pool) => pool.prefix.family === family && (pool.region === undefined || pool.region === network.region),
  );
}

function missingPool(first: UnmetDemand, demands: readonly UnmetDemand[], intent: Intent): Diagnostic {
  const { network, family } = first;
  const example = family === 6 ? "fd00:64::/48" : "10.64.0.0/12";
  const byRegion = intent.pools.some((pool) => pool.region !== undefined);
  const change =
    intent.pools.length === 0
      ? `Write addressSpace: ${example}`
      : byRegion
        ? `Add ${network.region}: ${example} to addressSpace`
        : `Add ${example} to addressSpace`;
  const them = namesOf(demands).length === 1 ? giveRange(network) : "give each of them a range of its own";
  return {
    rule: "addresses/missing-pool",
    severity: "error",
    message: `${fewNames(namesOf(demands))} ${namesOf(demands).length === 1 ? "needs" : "need"} ${whatOf(first)}, and ${whereNone(first, intent)}.`,
    origin: network.origin,
    at: "key",
    hint: family === 6 ? `${change}, or turn dualStack off.` : `${change}, or ${them}.`,
  };
}

/** Pools of users and what sites are translated into stand among the networks while addresses are planned, by a name that no network can have. */
function giveRange({ name }: VirtualNetworkIntent): string {
  const users = /^client pool (.+)$/.exec(name)?.[1];
  const site = /^the translation of \S+ of (.+)$/.exec(name)?.[1];
  if (site !== undefined) return `give ${site} nat: { addressSpace: … }`;
  return users === undefined ? `give ${name} a range of its own` : `give ${users} an addressPool`;
}

function whatOf({ family }: UnmetDemand): string {
  return family === 6 ? "an IPv6 range to be planned" : "a range to be planned";
}

function whereNone({ network, family }: UnmetDemand, { pools }: Intent): string {
  if (pools.length === 0) return "the file has no addressSpace";

  const isFamilyThere = pools.some((pool) => pool.prefix.family === family);
  return isFamilyThere
    ? `addressSpace has none for ${network.region}`
    : `addressSpace has no IPv${family} range`;
}

function exhaustedPool(first: UnmetDemand, demands: readonly UnmetDemand[], intent: Intent): Diagnostic {
  const pools = poolsFor(first, intent);
  const fixed = fixedRanges(intent).map((range) => range.prefix);
  const [largest] = createAllocator(
    pools.map((pool) => pool.prefix),
    fixed,
  )
    .free()
    .toSorted((a, b) => a.length - b.length);
  const shortest = Math.min(...demands.map(({ length }) => length));
  const isHopeless = !largest || largest.length > shortest;
  const without = largest
    ? `the largest range that is not fixed is ${formatPrefix(largest)}`
    : "all of it is fixed";
  const lengths = [...new Set(demands.map(({ length }) => `/${length}`))].join(", ");
  return {
    rule: "addresses/exhausted-pool",
    severity: "error",
    message: `${pools.map((pool) => formatPrefix(pool.prefix)).join(", ")} ${pools.length === 1 ? "has" : "have"} no room left for ${fewNames(namesOf(demands))} (${lengths})${isHopeless ? `; ${without}` : ""}.`,
    origin: first.network.origin,
    at: "key",
    related: pools.map((pool) => ({
      message: `${formatPrefix(pool.prefix)} stands here`,
      origin: pool.origin,
    })),
    hint: "Add a range to addressSpace, or make networks smaller.",
  };
}

function namesOf(demands: readonly UnmetDemand[]): readonly string[] {
  return [...new Set(demands.map(({ network }) => network.name))];
}
