import { fact } from "./fact.ts";

/** Point-to-site connections of a gateway that cost nothing beside it. */
export const includedVpnClientConnections = fact(
  128,
  "https://azure.microsoft.com/pricing/details/vpn-gateway/",
  "2025-01-15",
  "As infracost has it; what today's page says was not read.",
);
