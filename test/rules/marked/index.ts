import { connections } from "./connections.ts";
import { expressRoute } from "./expressroute.ts";
import { gatewaySubnets } from "./gateway-subnets.ts";
import { localNetworkGateways } from "./local-network-gateways.ts";
import type { MarkedCheck } from "./marked-check.ts";
import { peerings } from "./peerings.ts";
import { pointToSite } from "./point-to-site.ts";
import { vpnGateways } from "./vpn-gateways.ts";

/** All of them, by number. */
export const markedChecks: readonly MarkedCheck[] = [
  ...peerings,
  ...gatewaySubnets,
  ...vpnGateways,
  ...localNetworkGateways,
  ...connections,
  ...expressRoute,
  ...pointToSite,
];
