import type { EstateIndex } from "../../../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../../../model/gateway-connection.ts";
import { originOf, type ResourceId } from "../../../model/resource.ts";
import { keyOf } from "../../../model/resource-id.ts";
import type { Rule } from "../../../model/rule.ts";
import { allVirtualNetworkGateways } from "../../../model/virtual-network-gateway.ts";
import type { Half } from "../half.ts";
import { allPairs } from "../halves.ts";
import { isDisconnected } from "../peering-state.ts";
import { typeOfHalf } from "../peering-type.ts";
import { title } from "../title.ts";

export const duplicateVpnConnection: Rule = {
  id: "virtual-network-peering/duplicate-vpn-connection",
  severity: "warning",
  summary: "Two peered virtual networks need no VPN connection between them.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",

  *check(estate) {
    const connections = connectionsByEnds(estate);
    for (const [half, other] of allPairs(estate)) {
      const connection = connections.get(endsKey(half.localKey, half.remoteKey));
      if (!connection || !carriesTraffic(half) || !carriesTraffic(other)) continue;

      yield {
        message: `The VPN connection ${connection.name} joins ${half.localName} and ${half.remoteName}, which are peered: traffic takes the peering, unencrypted.`,
        origin: originOf(connection.resource, "name"),
        related: [
          { message: `${title(half)} leads to ${half.remoteName}`, origin: originOf(half.resource, "name") },
        ],
        hint: `Remove ${connection.name}, or the peering if the traffic between the two is to be encrypted.`,
      };
    }
  },
};

/** The first between two networks: there is usually one in each direction. */
function connectionsByEnds(estate: EstateIndex): ReadonlyMap<string, GatewayConnection> {
  const networks = new Map(
    allVirtualNetworkGateways(estate).map(({ resource, networkKey }) => [keyOf(resource.id), networkKey]),
  );
  const connections = new Map<string, GatewayConnection>();
  for (const connection of allGatewayConnections(estate)) {
    const { connectionType, virtualNetworkGateway1, virtualNetworkGateway2 } = connection;
    if (connectionType?.toLowerCase() !== "vnet2vnet") continue;

    const [a, b] = [virtualNetworkGateway1, virtualNetworkGateway2].map((id) => id && networks.get(id));
    if (!a || !b) continue;
    const key = endsKey(a, b);
    if (!connections.has(key)) connections.set(key, connection);
  }
  return connections;
}

/** Subnet peering leaves the rest of the networks to the VPN, which then has its use. */
function carriesTraffic(half: Half): boolean {
  return typeOfHalf(half) === "networks" && half.allowVirtualNetworkAccess !== false && !isDisconnected(half);
}

function endsKey(a: ResourceId, b: ResourceId): string {
  return [a, b].sort().join(" ");
}
