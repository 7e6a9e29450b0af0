import { fact } from "./fact.ts";

const NAME_RESOLUTION =
  "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances";

/** Azure's own resolver, the same address in every virtual network, and redundant by itself. */
export const azureDnsServer = fact("168.63.129.16", NAME_RESOLUTION, "2026-11-23");
