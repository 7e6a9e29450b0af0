import { fact } from "./fact.ts";

/** Site-to-Site tunnels between private addresses, over the private peering of a circuit. */
export const privateTunnels = fact(
  { zoneRedundantSkusOnly: true },
  "https://learn.microsoft.com/azure/expressroute/expressroute-about-encryption",
  "2023-03-15",
  "That only SKUs with zones have private addresses is on no page that was read: taken as the stricter assumption.",
);

/** Which way packets for a site go, where Azure learns its ranges over both. */
export const circuitBeforeTunnel = fact(
  "Of equal prefixes Azure takes the circuit's; a longer one of the tunnel's wins.",
  "https://learn.microsoft.com/azure/expressroute/how-to-configure-coexisting-gateway-portal",
  "2023-06-30",
);

/** What must be told to the routers of a site so that what its tunnels over a circuit are for goes through them. */
export const tunnelsBeforeCircuit = fact(
  "Advertise disjoint prefixes over the circuit and over the tunnels, or more specific ones over the tunnels; and prefer the tunnels on the way to Azure.",
  "https://learn.microsoft.com/azure/vpn-gateway/site-to-site-vpn-private-peering",
  "2023-07-28",
);
