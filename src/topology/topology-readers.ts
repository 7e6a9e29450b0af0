import type { TopologyReader } from "../model/topology-reader.ts";
import { azureFirewalls } from "./azure-firewalls.ts";
import { gatewayReaders } from "./gateway-readers.ts";
import { loadBalancers } from "./load-balancers.ts";
import { networkInterfaces } from "./network-interfaces.ts";
import { networkSecurityGroups } from "./network-security-groups.ts";
import { privateEndpointNodes } from "./private-endpoints.ts";
import { routeTables } from "./route-tables.ts";
import { subnets } from "./subnets.ts";
import { unknownRoutes } from "./unknown-routes.ts";
import { virtualNetworkPeerings } from "./virtual-network-peerings.ts";
import { virtualNetworks } from "./virtual-networks.ts";

/** All of them. Of two parts with one id the earlier reader's counts. */
export const topologyReaders: readonly TopologyReader[] = [
  virtualNetworks,
  subnets,
  virtualNetworkPeerings,
  routeTables,
  networkInterfaces,
  loadBalancers,
  privateEndpointNodes,
  azureFirewalls,
  networkSecurityGroups,
  ...gatewayReaders,
  ...unknownRoutes,
];
