import { fact } from "./fact.ts";

/** Peering joins addresses, and no names. */
export const namesAcrossPeerings = fact(
  "Azure's own resolver answers for the names of one virtual network, and for private zones that are linked with it.",
  "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
  "2026-11-28",
);
