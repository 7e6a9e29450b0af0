import {
  contains,
  containsAddress,
  createPrefixTable,
  formatPrefix,
  type Prefix,
  type PrefixTable,
} from "../../ip/index.ts";
import { isValid, type ValidRange } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { parentNetwork } from "../../model/parent-network.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { goesToAppliance, type Route } from "../../model/route.ts";
import { allRouteTables, type RouteTable, subnetsOfRouteTable } from "../../model/route-table.ts";
import { type VirtualNetwork, virtualNetworkOf } from "../../model/virtual-network.ts";
import type { WrittenAddress } from "../../model/written-address.ts";
import { peersOf } from "./halves.ts";
import { sourceNatAddresses } from "./source-nat.ts";

/** A route of one network to an appliance in another. */
interface ApplianceRoute {
  readonly from: VirtualNetwork;
  readonly table: RouteTable;
  readonly route: Route;
  readonly address: WrittenAddress;
}

/** By what the routes cover: equal prefixes are one entry, so that a thousand default routes are one. */
type ApplianceRoutes = PrefixTable<ApplianceRoute[]>;

const known = new WeakMap<EstateIndex, ReadonlyMap<ResourceId, ApplianceRoutes>>();

/** The routes of the hub's peers to addresses in the hub; `undefined` where there are none. */
export function applianceRoutesThrough(hub: ResourceId, estate: EstateIndex): ApplianceRoutes | undefined {
  const byHub = known.get(estate) ?? groupByHub(estate);
  known.set(estate, byHub);
  return byHub.get(hub);
}

/** A route to an appliance by which another network sends to this one, and the range that it sends there. */
export function routeTowards(
  network: VirtualNetwork,
  routes: ApplianceRoutes,
  estate: EstateIndex,
): (ApplianceRoute & { readonly range: ValidRange }) | undefined {
  const key = keyOf(network.resource.id);
  for (const range of network.addressSpace.filter(isValid)) {
    for (const { prefix, value } of routes.covering(range.prefix)) {
      const found = value.find(
        ({ from, table }) =>
          from !== network &&
          !peersOf(keyOf(from.resource.id), estate).has(key) &&
          !hasLongerRoute(table, prefix, range.prefix),
      );
      if (found) return { ...found, range };
    }
  }
  return undefined;
}

function hasLongerRoute(table: RouteTable, than: Prefix, towards: Prefix): boolean {
  return table.routes.some(({ addressPrefix }) => {
    const prefix = addressPrefix?.prefix;
    return prefix !== undefined && prefix.length > than.length && contains(prefix, towards);
  });
}

function groupByHub(estate: EstateIndex): ReadonlyMap<ResourceId, ApplianceRoutes> {
  const byHub = new Map<ResourceId, Map<string, [Prefix, ApplianceRoute[]]>>();
  const translated = sourceNatAddresses(estate);
  for (const { hub, prefix, ...found } of allApplianceRoutes(estate)) {
    if (translated.has(found.address.text)) continue;

    const byPrefix = byHub.get(hub) ?? new Map<string, [Prefix, ApplianceRoute[]]>();
    byHub.set(hub, byPrefix);
    const text = formatPrefix(prefix);
    const entry = byPrefix.get(text);
    if (entry) entry[1].push(found);
    else byPrefix.set(text, [prefix, [found]]);
  }
  return new Map([...byHub].map(([hub, byPrefix]) => [hub, createPrefixTable(byPrefix.values())]));
}

function* allApplianceRoutes(
  estate: EstateIndex,
): Iterable<ApplianceRoute & { readonly hub: ResourceId; readonly prefix: Prefix }> {
  for (const table of allRouteTables(estate)) {
    const networks = new Set(
      subnetsOfRouteTable(table, estate).map((subnet) => parentNetwork(subnet, estate)),
    );
    for (const route of table.routes.filter(goesToAppliance)) {
      const prefix = route.addressPrefix?.prefix;
      const [address] = route.nextHopAddresses;
      if (!prefix || !address) continue;

      for (const from of networks) {
        if (!from) continue;
        const hub = hubOf(from, address, estate);
        if (hub !== undefined) yield { from, table, route, address, hub, prefix };
      }
    }
  }
}

/** The peer of this network that the address is in. */
function hubOf(
  network: VirtualNetwork,
  { address }: WrittenAddress,
  estate: EstateIndex,
): ResourceId | undefined {
  if (!address) return undefined;

  return [...peersOf(keyOf(network.resource.id), estate)].find((peer) => {
    const resource = estate.find(peer);
    const ranges = resource ? virtualNetworkOf(resource).addressSpace : [];
    return ranges.some(({ prefix }) => prefix && containsAddress(prefix, address));
  });
}
