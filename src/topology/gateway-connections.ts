import type { EstateIndex } from "../model/estate-index.ts";
import {
  allGatewayConnections,
  GATEWAY_CONNECTION,
  type GatewayConnection,
} from "../model/gateway-connection.ts";
import type { TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { partsOfWay } from "./express-route-links.ts";
import { expressRouteWays } from "./express-route-ways.ts";
import { gapsOfConnection } from "./gateway-connection-gaps.ts";
import { partsOfSiteTunnel } from "./vpn-site-to-site.ts";
import { siteTunnels } from "./vpn-tunnels.ts";
import { networkTunnels, partsOfNetworkTunnel } from "./vpn-vnet-to-vnet.ts";

/** ARM's connections: tunnels to sites and between gateways, and ways to circuits, with the sessions over them. */
export const gatewayConnections: TopologyReader = { reads: GATEWAY_CONNECTION, read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  const followed = new Set<GatewayConnection["resource"]>();
  for (const tunnel of siteTunnels(estate)) {
    followed.add(tunnel.connection.resource);
    yield* partsOfSiteTunnel(tunnel, estate);
  }
  for (const tunnel of networkTunnels(estate)) {
    for (const { half } of tunnel.ends) if (half) followed.add(half.resource);
    yield* partsOfNetworkTunnel(tunnel, estate);
  }
  for (const way of expressRouteWays(estate)) {
    followed.add(way.connection.resource);
    yield* partsOfWay(way, estate);
  }
  for (const connection of allGatewayConnections(estate))
    yield* gapsOfConnection(connection, followed.has(connection.resource), estate);
}
