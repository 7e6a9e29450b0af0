import type { ConnectionKind } from "../model/connection-kind.ts";
import { expressRoute } from "./expressroute/index.ts";
import { pointToSite } from "./point-to-site/index.ts";
import { siteToSite } from "./site-to-site/index.ts";
import { virtualNetworkPeering } from "./virtual-network-peering/index.ts";
import { vnetToVnet } from "./vnet-to-vnet/index.ts";

/**
 * The ways to join networks, in the order in which they are preferred where several meet all needs: inside Azure
 * peering before VPN, to a site VPN before a circuit. A new kind is a folder beside these and one line here.
 */
export const connectionKinds: readonly ConnectionKind[] = [
  virtualNetworkPeering,
  vnetToVnet,
  siteToSite,
  expressRoute,
  pointToSite,
];
