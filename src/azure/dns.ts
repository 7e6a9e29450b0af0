import { fact } from "./fact.ts";

const NAME_RESOLUTION =
  "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances";

/** Azure's own resolver, the same address in every virtual network, and redundant by itself. */
export const azureDnsServer = fact("168.63.129.16", NAME_RESOLUTION, "2026-11-23");

/** The domain of a forwarding rule for all names, which the network of an ExpressRoute gateway is not linked with. */
export const wildcardForwardingRule = fact(
  ".",
  "https://learn.microsoft.com/azure/expressroute/expressroute-about-virtual-network-gateways",
  "2026-09-05",
);
