import { fact } from "./fact.ts";

/** The SKU whose internal front ends nobody reaches over a peering between regions. */
export const regionalLoadBalancerSku = fact(
  "Basic",
  "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",
  "2026-11-23",
);
