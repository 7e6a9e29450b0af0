import { formatPrefix, type Prefix, parsePrefix } from "../ip/index.ts";
import { isValid, readRanges } from "../model/address-range.ts";
import type { Site } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../model/gateway-connection.ts";
import { peeredNetworks } from "../model/peered-networks.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { VirtualNetwork } from "../model/virtual-network.ts";
import { allVirtualNetworkGateways } from "../model/virtual-network-gateway.ts";
import { type Origin, originWithin } from "../source/origin.ts";
import { translatedBy } from "./translated-ranges.ts";

export interface OnPremisesPrefix {
  readonly owner: string;
  readonly text: string;
  readonly prefix: Prefix;
  readonly origin: Origin;
}

/** What a network is told of by its own gateways and by those it uses of its peers, as far as the estate knows. */
export function onPremisesPrefixes(
  estate: EstateIndex,
): (network: VirtualNetwork) => readonly OnPremisesPrefix[] {
  const byNetwork = prefixesByGatewayNetwork(estate);
  const peered = peeredNetworks(estate);
  return ({ resource }) =>
    [keyOf(resource.id), ...peered.remoteGatewaysOf(resource.id)].flatMap((id) => byNetwork.get(id) ?? []);
}

function prefixesByGatewayNetwork(estate: EstateIndex): ReadonlyMap<ResourceId, readonly OnPremisesPrefix[]> {
  const networkByGateway = new Map(
    allVirtualNetworkGateways(estate).map(({ resource, networkKey }) => [keyOf(resource.id), networkKey]),
  );
  const ofSites = sitesByConnection(estate);
  const prefixes = new Map<ResourceId, OnPremisesPrefix[]>();
  for (const connection of allGatewayConnections(estate)) {
    const network =
      connection.virtualNetworkGateway1 && networkByGateway.get(connection.virtualNetworkGateway1);
    if (!network) continue;

    const sites = ofSites.get(keyOf(connection.resource.id)) ?? [];
    const behind = [...ofLocalNetworkGateway(connection, estate), ...sites.flatMap(ofSite)].map((one) =>
      asAzureSees(one, connection, estate),
    );
    const others = prefixes.get(network) ?? [];
    others.push(...behind.filter(isNoDefaultRoute));
    prefixes.set(network, others);
  }
  return prefixes;
}

function sitesByConnection(estate: EstateIndex): ReadonlyMap<ResourceId, readonly Site[]> {
  const sites = new Map<ResourceId, Site[]>();
  for (const site of estate.estate.sites) {
    const tunnels = site.vpnDevices.flatMap((device) => device.tunnels);
    for (const key of new Set(tunnels.map((tunnel) => keyOf(tunnel.gatewayConnection)))) {
      const others = sites.get(key) ?? [];
      others.push(site);
      sites.set(key, others);
    }
  }
  return sites;
}

function ofLocalNetworkGateway({ resource }: GatewayConnection, estate: EstateIndex): OnPremisesPrefix[] {
  const id = textOf(propertyOf(resource, "localNetworkGateway2", "id"));
  const gateway = id === undefined ? undefined : estate.find(id);
  if (!gateway) return [];

  const path = ["localNetworkAddressSpace", "addressPrefixes"];
  return readRanges(gateway, path, propertyOf(gateway, ...path))
    .filter(isValid)
    .map((range) => ({ owner: gateway.name, ...range }));
}

function ofSite(site: Site): OnPremisesPrefix[] {
  return site.addressPrefixes.flatMap((text, index) => {
    const prefix = parsePrefix(text);
    const origin = originWithin(site.origin, "addressPrefixes", index);
    return prefix ? [{ owner: site.name, text, prefix, origin }] : [];
  });
}

/** NAT rules of the connection give it other addresses. */
function asAzureSees(
  one: OnPremisesPrefix,
  { resource, virtualNetworkGateway1 }: GatewayConnection,
  estate: EstateIndex,
): OnPremisesPrefix {
  const seen = translatedBy(resource, estate.find(virtualNetworkGateway1 ?? ""), estate)(one.prefix);
  return seen ? { ...one, text: formatPrefix(seen), prefix: seen } : one;
}

function isNoDefaultRoute({ prefix }: OnPremisesPrefix): boolean {
  return prefix.length > 0;
}
