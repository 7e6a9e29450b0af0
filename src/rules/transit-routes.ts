import { containsAddress, formatPrefix } from "../ip/index.ts";
import { isValid, type ValidRange } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { parentNetwork } from "../model/parent-network.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { goesToAppliance, type Route } from "../model/route.ts";
import { allRouteTables, type RouteTable, subnetsOfRouteTable } from "../model/route-table.ts";
import { type Subnet, type VirtualNetwork, virtualNetworkOf } from "../model/virtual-network.ts";
import type { WrittenAddress } from "../model/written-address.ts";

/** One subnet's way to a range, through an appliance in a network that its own is peered with. */
export interface TransitRoute {
  readonly hub: ResourceId;
  readonly table: RouteTable;
  readonly route: Route;
  readonly range: ValidRange;
  /** The address of the appliance. */
  readonly appliance: string;
  readonly source: Subnet;
  readonly sourceRange: ValidRange;
  readonly network: VirtualNetwork;
}

/** By hub and range: a thousand spokes that send 10.0.0.0/8 to one firewall are one entry. */
export function transitRoutes(estate: EstateIndex): ReadonlyMap<string, readonly TransitRoute[]> {
  const groups = new Map<string, TransitRoute[]>();
  for (const transit of eachTransitRoute(estate)) {
    const key = `${transit.hub} ${formatPrefix(transit.range.prefix)}`;
    const group = groups.get(key);
    if (group) group.push(transit);
    else groups.set(key, [transit]);
  }
  return groups;
}

function* eachTransitRoute(estate: EstateIndex): Iterable<TransitRoute> {
  for (const table of allRouteTables(estate)) {
    const routes = table.routes.filter(goesToAppliance);
    if (routes.length === 0) continue;

    const byNetwork = new Map<VirtualNetwork, readonly Led[]>();
    for (const source of subnetsOfRouteTable(table, estate)) {
      const network = parentNetwork(source, estate);
      if (!network) continue;

      const led = byNetwork.get(network) ?? routes.flatMap((route) => ledOver(route, network, estate));
      byNetwork.set(network, led);
      for (const one of led) {
        for (const sourceRange of source.addressPrefixes.filter(isValid)) {
          if (sourceRange.prefix.family !== one.range.prefix.family) continue;
          yield { ...one, table, source, sourceRange, network };
        }
      }
    }
  }
}

type Led = Pick<TransitRoute, "hub" | "route" | "range" | "appliance">;

/** The same for all subnets of a network that share a table. */
function ledOver(route: Route, network: VirtualNetwork, estate: EstateIndex): readonly Led[] {
  const range = route.addressPrefix;
  const [appliance] = route.nextHopAddresses;
  if (!range || !isValid(range) || range.prefix.length === 0 || !appliance) return [];

  const hub = hubOf(appliance, network, estate);
  return hub === undefined ? [] : [{ hub, route, range, appliance: appliance.text }];
}

/** The peer that holds the appliance; `undefined` where the network itself does. */
function hubOf(
  { address }: WrittenAddress,
  network: VirtualNetwork,
  estate: EstateIndex,
): ResourceId | undefined {
  const holds = ({ addressSpace }: VirtualNetwork) =>
    address !== undefined &&
    addressSpace.some((range) => range.prefix && containsAddress(range.prefix, address));
  if (holds(network)) return undefined;

  return [...peeredNetworks(estate).peersOf(network.resource.id)].find((id) => {
    const peer = estate.find(id);
    return peer && keyOf(peer.id) === id && holds(virtualNetworkOf(peer));
  });
}
