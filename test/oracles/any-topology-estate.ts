/**
 * Estates that Azure would take, with everything in them that routing knows: drawn from a number, the same one always
 * giving the same estate. A failure is made smaller by leaving features out, then resource by resource.
 */
import type { Estate } from "../../src/model/estate.ts";
import { addMachines } from "./any-topology/appliances.ts";
import { addExtras } from "./any-topology/extras.ts";
import { addGateways } from "./any-topology/gateways.ts";
import { addNetworks } from "./any-topology/networks.ts";
import { addOutside, prefixOfSite } from "./any-topology/outside.ts";
import { beginEstate, type Feature, features } from "./any-topology/parts.ts";
import { addPeerings } from "./any-topology/peerings.ts";
import { addRouteTables } from "./any-topology/routes.ts";
import { addSecurityGroups } from "./any-topology/security.ts";

export interface Wish {
  readonly seed: number;
  readonly size?: number;
  readonly without?: Iterable<Feature>;
}

export function topologyEstate({ seed, size = 1, without = [] }: Wish): Estate {
  const estate = beginEstate({ seed, size, without: new Set(without) });
  const networks = addNetworks(estate);
  const hops = addMachines(estate, networks);
  const gateways = addGateways(estate, networks);
  const serving = new Set([
    ...gateways.vpn.map(({ network }) => network),
    ...gateways.circuit.map(({ network }) => network),
    ...gateways.routeServers,
  ]);
  const peered = addPeerings(estate, networks, (network) => serving.has(network));
  addOutside(estate, networks, gateways);
  addRouteTables(estate, networks, peered, hops, [prefixOfSite(0), prefixOfSite(1), "172.27.0.0/24"]);
  addSecurityGroups(estate, networks);
  addExtras(estate, networks);
  return estate.finish();
}

/** The smallest estate that still fails: first whole features go, then resources one after another. */
export function smallest(wish: Wish, failsOn: (estate: Estate) => boolean): Estate {
  // What is left may refer to what is gone, which Azure would not take, and nor need the question.
  const fails = (estate: Estate) => {
    try {
      return failsOn(estate);
    } catch {
      return false;
    }
  };
  let without: readonly Feature[] = [...(wish.without ?? [])];
  for (const feature of features) {
    const fewer = [...without, feature];
    if (fails(topologyEstate({ ...wish, without: fewer }))) without = fewer;
  }
  let estate = topologyEstate({ ...wish, without });
  for (let before = Number.POSITIVE_INFINITY; sizeOf(estate) < before; ) {
    before = sizeOf(estate);
    for (const fewer of withoutEach(estate)) {
      const next = fewer(estate);
      if (sizeOf(next) < sizeOf(estate) && fails(next)) estate = next;
    }
  }
  return estate;
}

function sizeOf({ resources, sites, providerRouters, p2sUsers, appliances, observed }: Estate): number {
  return [sites, providerRouters, p2sUsers, appliances, observed].reduce(
    (sum, list) => sum + list.length,
    resources.size,
  );
}

function withoutEach(estate: Estate): ((from: Estate) => Estate)[] {
  return [
    ...[...estate.resources.keys()].map((id) => (from: Estate) => ({
      ...from,
      resources: new Map([...from.resources].filter(([key]) => key !== id && !key.startsWith(`${id}/`))),
    })),
    ...estate.sites.map((gone) => (from: Estate) => ({ ...from, sites: drop(from.sites, gone) })),
    ...estate.providerRouters.map((gone) => (from: Estate) => ({
      ...from,
      providerRouters: drop(from.providerRouters, gone),
    })),
    ...estate.p2sUsers.map((gone) => (from: Estate) => ({ ...from, p2sUsers: drop(from.p2sUsers, gone) })),
    ...estate.appliances.map((gone) => (from: Estate) => ({
      ...from,
      appliances: drop(from.appliances, gone),
    })),
    ...estate.observed.map((gone) => (from: Estate) => ({ ...from, observed: drop(from.observed, gone) })),
  ];
}

export function summaryOf(estate: Estate): string {
  const resources = [...estate.resources.values()].map(
    ({ id, properties }) => `  ${id.split("/Microsoft.Network/")[1] ?? id} ${JSON.stringify(properties)}`,
  );
  const companions = {
    sites: estate.sites,
    providerRouters: estate.providerRouters,
    appliances: estate.appliances,
  };
  return [...resources, `  ${JSON.stringify(companions)}`]
    .join("\n")
    .replaceAll(/\/subscriptions\/[^"]*?\/providers\/microsoft\.network\//gi, "");
}

function drop<T>(list: readonly T[], gone: T): readonly T[] {
  return list.filter((item) => item !== gone);
}
