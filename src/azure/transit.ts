import { fact } from "./fact.ts";

export const expressRouteIsNoTransit = fact(
  "ExpressRoute passes nothing on from one circuit to another; Global Reach is the product that joins circuits.",
  "https://learn.microsoft.com/azure/expressroute/expressroute-routing",
  "2026-11-23",
);

export const usersBehindTunnels = fact(
  "Users reach what is behind a further tunnel of their gateway only where that tunnel runs BGP.",
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-point-to-site-routing",
  "2026-11-23",
  "The page's text and its own access lists contradict each other for tunnels without BGP; the stricter is taken.",
);

/** What the gateway cannot do for Windows. */
export const routesOfWindowsClients = fact(
  "Windows clients do not learn of it by themselves: download the profile again, or add the routes by hand.",
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-point-to-site-routing",
  "2026-11-23",
);

/** `allowRemoteVnetTraffic` of an ExpressRoute gateway: whether it takes packets of other networks on the circuit. */
export const remoteVirtualNetworksOnCircuit = fact(
  { allowedByDefault: false },
  "https://learn.microsoft.com/azure/expressroute/virtual-network-connectivity-guidance",
  "2023-06-30",
  "The FAQ of 2022 has it on by default. Routes are exchanged either way.",
);
