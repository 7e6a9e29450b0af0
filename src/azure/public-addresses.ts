import { fact } from "./fact.ts";

/** What a VPN gateway with zones needs in front of it, in ARM's words. */
export const gatewayPublicAddress = fact(
  { sku: "Standard", publicIPAllocationMethod: "Static", zones: ["1", "2", "3"] },
  "https://learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation",
  "2026-02-03",
  "ARM answers VmssVpnGatewayPublicIpsMustHaveZonesConfigured where the zones are missing, as others report.",
);
