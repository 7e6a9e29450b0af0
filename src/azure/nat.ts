import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq";

export const natRulesPerGateway = fact(500, FAQ, "2026-06-04");

/** The widest external mapping of a dynamic rule, as a prefix length. */
export const widestDynamicMappingLength = fact(26, FAQ, "2026-06-04");
