import { comparePrefixes, contains, type Prefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import { keyOf } from "../model/resource-id.ts";
import { goesToAppliance } from "../model/route.ts";
import { allRouteServers } from "../model/route-server.ts";
import { type RouteTable, routeTableOf } from "../model/route-table.ts";
import type { Subnet, VirtualNetwork } from "../model/virtual-network.ts";
import { sourceNatAddresses } from "./source-nat-addresses.ts";
import { spokeSubnets } from "./spoke-subnets.ts";
import { type TransitRoute, transitRoutes } from "./transit-routes.ts";

/** A way there that has no way back. */
export interface MissingReturn extends TransitRoute {
  readonly target: Subnet;
}

/** For each spoke that is sent packets through an appliance and answers another way: the first such packet's way. */
export function* missingReturns(estate: EstateIndex): Iterable<MissingReturn> {
  const targetsOf = spokeSubnets(estate);
  const learning = new Set(allRouteServers(estate).map((server) => server.networkKey));
  const translating = sourceNatAddresses(estate);

  for (const group of transitRoutes(estate).values()) {
    const transits = group.filter(({ appliance }) => !translating.has(appliance));
    const [first] = transits;
    if (!first || learning.has(first.hub)) continue;

    const withoutReturn = returnFinder(transits);
    const reported = new Set<VirtualNetwork>();
    for (const { subnet, network, prefix } of targetsOf(first.hub, first.range.prefix)) {
      const answer = reported.has(network) ? undefined : routeTableOf(subnet, estate);
      if (!answer || answer.kind === "unknown") continue;

      const table = answer.kind === "table" ? answer.table : undefined;
      if (table && !table.routesAreKnown) continue;
      const missing = withoutReturn(table).find(
        (transit) => transit.network !== network && isInForce(transit, prefix, network, estate),
      );
      if (!missing) continue;
      reported.add(network);
      yield { ...missing, target: subnet };
    }
  }
}

/** The transits whose sources a table sends no packets back to through an appliance; found once for each table. */
function returnFinder(transits: readonly TransitRoute[]) {
  const sorted = transits.toSorted((a, b) => comparePrefixes(a.sourceRange.prefix, b.sourceRange.prefix));
  const known = new Map<RouteTable | undefined, readonly TransitRoute[]>();
  return (table: RouteTable | undefined): readonly TransitRoute[] => {
    const found = known.get(table) ?? withoutReturn(sorted, returnsOf(table));
    known.set(table, found);
    return found;
  };
}

function returnsOf(table: RouteTable | undefined): Prefix[] {
  return (table?.routes ?? []).filter(goesToAppliance).flatMap((route) => route.addressPrefix?.prefix ?? []);
}

function withoutReturn(sorted: readonly TransitRoute[], returns: readonly Prefix[]): readonly TransitRoute[] {
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const containsAll = (prefix: Prefix) =>
    lowest &&
    highest &&
    contains(prefix, lowest.sourceRange.prefix) &&
    contains(prefix, highest.sourceRange.prefix);
  if (returns.some(containsAll)) return [];

  return sorted.filter(({ sourceRange }) => !returns.some((prefix) => contains(prefix, sourceRange.prefix)));
}

/** Whether packets for the target really take this route: no longer one, and no peering, takes them first. */
function isInForce(
  transit: TransitRoute,
  target: Prefix,
  network: VirtualNetwork,
  estate: EstateIndex,
): boolean {
  const { length } = transit.range.prefix;
  const longer = transit.table.routes.some(
    ({ addressPrefix }) =>
      addressPrefix?.prefix && addressPrefix.prefix.length > length && contains(addressPrefix.prefix, target),
  );
  if (longer) return false;

  const direct = peeredNetworks(estate).peersOf(transit.network.resource.id).has(keyOf(network.resource.id));
  return !direct || rangesAround(target, network).every((range) => range.length <= length);
}

function rangesAround(target: Prefix, network: VirtualNetwork): Prefix[] {
  return network.addressSpace
    .flatMap((range) => range.prefix ?? [])
    .filter((range) => contains(range, target));
}
