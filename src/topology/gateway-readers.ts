import type { TopologyReader } from "../model/topology-reader.ts";
import { globalReach } from "./circuit-global-reach.ts";
import { expressRouteCircuits } from "./circuits.ts";
import { gatewayConnections } from "./gateway-connections.ts";
import { virtualNetworkGateways } from "./gateway-nodes.ts";
import { localNetworkGateways } from "./local-network-gateways.ts";
import { p2sUsers } from "./p2s-users.ts";
import { providerRouters } from "./provider-routers.ts";
import { routeServers } from "./route-servers.ts";
import { sites } from "./sites.ts";

/** Everything at which a network ends: gateways and what they lead to, circuits, Route Servers, and the world outside. */
export const gatewayReaders: readonly TopologyReader[] = [
  virtualNetworkGateways,
  gatewayConnections,
  expressRouteCircuits,
  globalReach,
  providerRouters,
  localNetworkGateways,
  sites,
  routeServers,
  p2sUsers,
];
