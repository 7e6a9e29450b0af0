import { fact } from "./fact.ts";

const SKUS = "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus";

/** What the largest VPN gateway carries, all its tunnels and users together. */
export const largestVpnGatewayMbps = fact(10_000, SKUS, "2026-06-11", "VpnGw5AZ of the second generation.");

/** Of every VPN gateway but Basic, in percent. */
export const vpnGatewaySla = fact(
  99.95,
  "https://azure.microsoft.com/support/legal/sla/vpn-gateway/",
  "2026-02-07",
  "As Azure's own reviewing tool azqr has it; the text of the SLA was not read.",
);

/** How long the creation of a VPN gateway takes. */
export const vpnGatewayCreationMinutes = fact(
  45,
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-vnet-vnet-cli",
  "2026-11-23",
  "Up to; recorded creations took 27 to 49 minutes.",
);

export const vpnGatewayAbout = fact(
  "About VPN Gateway",
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways",
  "2026-11-23",
);
