import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import { allRouteServers, type RouteServer } from "../model/route-server.ts";
import type { Needs } from "../model/topology.ts";
import { allVirtualNetworkGateways, type VirtualNetworkGateway } from "../model/virtual-network-gateway.ts";
import { groupBy } from "./group-by.ts";
import { type Peering, peeringsByNetwork } from "./peering-halves.ts";
import { perEstate } from "./per-estate.ts";

/** The network whose gateways, or Route Server, another uses: itself, or one that it is peered with. */
export interface GatewayNetwork {
  readonly networkKey: ResourceId;
  /** The halves of the peering in between. */
  readonly needs: Needs;
  readonly peering?: Peering;
}

/** A network that uses the gateways of another over their peering. */
export interface Spoke {
  readonly networkKey: ResourceId;
  readonly needs: Needs;
  /** As the network with the gateways sees it. */
  readonly peering: Peering | undefined;
}

const gatewaysByNetwork = perEstate((estate) =>
  groupBy(allVirtualNetworkGateways(estate), ({ networkKey }) => networkKey),
);

const routeServersByNetwork = perEstate((estate) =>
  groupBy(allRouteServers(estate), ({ networkKey }) => networkKey),
);

function gatewaysOfNetwork(networkKey: ResourceId, estate: EstateIndex): readonly VirtualNetworkGateway[] {
  return gatewaysByNetwork(estate).get(networkKey) ?? [];
}

export function routeServersOfNetwork(networkKey: ResourceId, estate: EstateIndex): readonly RouteServer[] {
  return routeServersByNetwork(estate).get(networkKey) ?? [];
}

/** Own gateways come first; Azure refuses a network that has some and uses remote ones too. */
export function gatewayNetworkOf(networkKey: ResourceId, estate: EstateIndex): GatewayNetwork | undefined {
  if (hasGateways(networkKey, estate)) return { networkKey, needs: [] };

  const peering = peeringsByNetwork(estate).get(networkKey)?.find(usesRemoteGateways);
  return peering && { networkKey: peering.half.remoteKey, needs: peering.needs, peering };
}

function hasGateways(networkKey: ResourceId, estate: EstateIndex): boolean {
  return (
    gatewaysOfNetwork(networkKey, estate).length > 0 || routeServersOfNetwork(networkKey, estate).length > 0
  );
}

/** Both sides must agree: the one lends its gateways, the other takes them. */
function usesRemoteGateways({ half, other, brokenBecause }: Peering): boolean {
  if (brokenBecause !== undefined || !half.useRemoteGateways || !other) return false;

  return other.allowGatewayTransit !== false;
}

const spokesByNetwork = perEstate((estate) => {
  const spokes = [...peeringsByNetwork(estate).keys()].flatMap((networkKey) => {
    const gateways = gatewayNetworkOf(networkKey, estate);
    return gateways?.peering ? [{ networkKey, gateways }] : [];
  });
  return groupBy(spokes, ({ gateways }) => gateways.networkKey);
});

/** The networks whose routes the gateways of this one pass on as if they were its own. */
export function spokesOf(networkKey: ResourceId, estate: EstateIndex): readonly Spoke[] {
  const seenFromHere = peeringsByNetwork(estate).get(networkKey) ?? [];
  const peeringTo = new Map(seenFromHere.map((peering) => [peering.half.remoteKey, peering]));
  return (spokesByNetwork(estate).get(networkKey) ?? []).map((spoke) => ({
    networkKey: spoke.networkKey,
    needs: spoke.gateways.needs,
    peering: peeringTo.get(spoke.networkKey),
  }));
}
