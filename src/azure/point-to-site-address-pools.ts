import { fact } from "./fact.ts";

/** The smallest pool, as a prefix length. */
export const smallestVpnClientAddressPool = fact(
  { activeStandby: 29, activeActive: 28 },
  "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-certificate-gateway",
  "2026-11-23",
  "How many addresses the gateway keeps for itself is on no page that was read.",
);

/** With SSTP beside another protocol the pool is divided for good. */
export const vpnClientAddressPoolSplit = fact(
  { parts: 2, largestSstpPart: 128 },
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",
  "2026-06-04",
);

export const vpnClientAddressPoolOverlaps = fact(
  "Must not overlap the virtual network, its peers, on-premises, or the networks of the users.",
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-client-address-pool",
  "2026-11-23",
);
