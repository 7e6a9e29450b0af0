import { reservedRanges } from "../azure/system-routes.ts";
import { contains, parsePrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allGatewayConnections, connectionsTo } from "../model/gateway-connection.ts";
import { nameOfId } from "../model/name-of-id.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Layer, Row, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { SUBNET } from "../model/virtual-network.ts";
import { expressRouteWays } from "./express-route-ways.ts";
import { notModelled } from "./gap.ts";
import { findStandingGateway } from "./gateway-instances.ts";
import { peeringsByNetwork } from "./peering-halves.ts";
import { perEstate } from "./per-estate.ts";
import { sitePlaces } from "./site-places.ts";

const HUB_CONNECTION = "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections";

/** Virtual hubs, and gateways that the estate does not hold: both give networks routes that nobody knows here. */
export const unknownRoutes: readonly TopologyReader[] = [
  { reads: HUB_CONNECTION, read: hubConnections },
  { reads: SUBNET, read: absentGateways },
];

function* hubConnections(estate: EstateIndex): Iterable<TopologyPart> {
  for (const resource of estate.all(HUB_CONNECTION)) {
    const network = networkOfConnection(resource);
    if (network) yield notModelled(resource, connectedTo(resource, network));
  }
}

function* absentGateways(estate: EstateIndex): Iterable<TopologyPart> {
  for (const subnet of estate.all(SUBNET)) {
    const [gateway] = absentGatewaysIn(subnet, estate);
    if (gateway !== undefined) yield notModelled(subnet, notHere(gateway, subnet));
  }
}

/** Why a network may have routes that the estate does not say; `undefined` where it has none but those. */
export function whyRoutesUnknown(networkKey: ResourceId, estate: EstateIndex): string | undefined {
  const here = ownReasons(estate);
  const own = here.get(networkKey);
  if (own !== undefined) return own;

  for (const { half, other, brokenBecause } of peeringsByNetwork(estate).get(networkKey) ?? []) {
    if (brokenBecause !== undefined || !half.useRemoteGateways) continue;
    if (!other)
      return `${nameOfId(networkKey)} uses the gateways of ${nameOfId(half.remoteKey)}, and what those have learned is not in the estate`;
    const lent = other.allowGatewayTransit === false ? undefined : here.get(half.remoteKey);
    if (lent !== undefined) return lent;
  }
  return undefined;
}

/**
 * The same with the rows marked that a longer route may take over. Of what somebody wrote these are the wide ones: who
 * writes a route for less than a private range means that one, and the routes of gateways are for the like.
 */
export function undecidedLayer(layer: Layer, because: string): Layer {
  const rows = layer.rows.map((row): Row => (isWide(row) ? { ...row, undecided: because } : row));
  return { ...layer, id: `${layer.id}#undecided`, rows };
}

const reserved = reservedRanges.value.flatMap((text) => parsePrefix(text) ?? []);

function isWide({ prefix }: Row): boolean {
  return prefix.length === 0 || reserved.some((range) => contains(prefix, range));
}

/** Of networks with gateways, or connected to a hub: who uses those gateways has the same. */
const ownReasons = perEstate(
  (estate): ReadonlyMap<ResourceId, string> =>
    new Map([
      ...behindSites(estate),
      ...behindConnections(estate),
      ...behindCircuits(estate),
      ...behindAbsentGateways(estate),
      ...behindHubs(estate),
    ]),
);

type Reasons = Iterable<readonly [network: ResourceId, because: string]>;

function* behindHubs(estate: EstateIndex): Reasons {
  for (const resource of estate.all(HUB_CONNECTION)) {
    const network = networkOfConnection(resource);
    if (network) yield [keyOf(network), connectedTo(resource, network)];
  }
}

function* behindAbsentGateways(estate: EstateIndex): Reasons {
  for (const subnet of estate.all(SUBNET)) {
    const [gateway] = absentGatewaysIn(subnet, estate);
    const network = estate.parentOf(subnet);
    if (gateway !== undefined && network) yield [keyOf(network.id), notHere(gateway, subnet)];
  }
}

/** A circuit tells its gateways whatever its far side tells it. */
function* behindCircuits(estate: EstateIndex): Reasons {
  for (const { gateway, circuit } of expressRouteWays(estate)) {
    if (circuit.router) continue;
    yield [gateway.networkKey, `what the far side of ${circuit.circuit.name} tells it is not in the estate`];
  }
}

/** A connection to something that the estate does not hold: behind that are ranges that nobody names. */
function* behindConnections(estate: EstateIndex): Reasons {
  for (const connection of allGatewayConnections(estate)) {
    const { resource, name, virtualNetworkGateway1, virtualNetworkGateway2, localNetworkGateway2 } =
      connection;
    const near = findStandingGateway(virtualNetworkGateway1, estate);
    const circuit = textOf(propertyOf(resource, "peer", "id"));
    const far = localNetworkGateway2 ?? virtualNetworkGateway2 ?? circuit;
    if (near && far !== undefined && !estate.find(far))
      yield [near.networkKey, `${nameOfId(far)}, where ${name} leads, is not in the estate`];
  }
}

/** A site that tells its ranges by BGP alone, where nobody else tells them. */
function* behindSites(estate: EstateIndex): Reasons {
  for (const { madeOf = [], prefixes, name } of sitePlaces(estate)) {
    if (prefixes.length > 0) continue;
    for (const connection of madeOf.flatMap(({ resource }) => connectionsTo(resource, estate))) {
      const near = findStandingGateway(connection.virtualNetworkGateway1, estate);
      if (near && connection.enableBgp !== false)
        yield [near.networkKey, `nobody says which ranges are behind ${name}: it tells them by BGP alone`];
    }
  }
}

function networkOfConnection(resource: Resource): ResourceId | undefined {
  const network = referenceOf(resource, "remoteVirtualNetwork");
  return isReference(network) ? network.id : undefined;
}

function connectedTo({ id }: Resource, network: ResourceId): string {
  const hub = nameOfId(id.slice(0, id.toLowerCase().lastIndexOf("/hubvirtualnetworkconnections/")));
  return `${nameOfId(network)} is connected to the virtual hub ${hub}, and Virtual WAN is not modelled`;
}

/** Azure lists in a subnet what stands in it: `…/virtualNetworkGateways/vpn/ipConfigurations/default`. */
function absentGatewaysIn(subnet: Resource, estate: EstateIndex): readonly ResourceId[] {
  if (subnet.name.toLowerCase() !== "gatewaysubnet") return [];
  const standing = propertyOf(subnet, "ipConfigurations");
  const ids = (Array.isArray(standing) ? standing : []).flatMap(
    (one) => textOf(typeof one === "object" && one !== null && "id" in one ? one["id"] : undefined) ?? [],
  );
  return ids
    .flatMap((id) => /^.*\/virtualNetworkGateways\/[^/]+/i.exec(id)?.[0] ?? [])
    .filter((id) => !estate.find(id));
}

function notHere(gateway: ResourceId, subnet: Resource): string {
  const network = nameOfId(subnet.id.slice(0, subnet.id.toLowerCase().lastIndexOf("/subnets/")));
  return `the gateway ${nameOfId(gateway)} stands in ${network} and is not in the estate: what it has learned nobody knows`;
}
