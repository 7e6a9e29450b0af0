import { fact } from "./fact.ts";

const OVERVIEW = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview";
const REFERENCE = "https://learn.microsoft.com/azure/templates/microsoft.network/routetables";

export const userDefinedRoutes = fact("User-defined routes", OVERVIEW, "2026-11-23");

export const nextHopTypes = fact(
  ["VirtualNetworkGateway", "VnetLocal", "Internet", "VirtualAppliance", "VirtualApplianceEcmp", "None"],
  REFERENCE,
  "2026-11-23",
  "VirtualApplianceEcmp is new in 2025; it spreads the load over the addresses in nextHop.nextHopIpAddresses.",
);
