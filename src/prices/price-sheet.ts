import type { PriceSheet } from "./rate.ts";
import { bandwidthRates } from "./shipped/bandwidth.ts";
import { expressRouteRates } from "./shipped/expressroute.ts";
import { routeServerRates } from "./shipped/route-server.ts";
import { virtualNetworkRates } from "./shipped/virtual-network.ts";
import { vpnGatewayRates } from "./shipped/vpn-gateway.ts";

/** List prices in US dollars that ship with this version. What was found nowhere is not here, and is said. */
export const priceSheet: PriceSheet = {
  currency: "USD",
  rates: [
    ...virtualNetworkRates,
    ...vpnGatewayRates,
    ...expressRouteRates,
    ...routeServerRates,
    ...bandwidthRates,
  ],
};
