import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq";

export const natRulesPerGateway = fact(500, FAQ, "2026-06-04");

/** The widest external mapping of a dynamic rule, as a prefix length. */
export const widestDynamicMappingLength = fact(26, FAQ, "2026-06-04");

const OVERVIEW = "https://learn.microsoft.com/azure/vpn-gateway/nat-overview";

export const natRuleMode = fact(
  { site: "IngressSnat", azure: "EgressSnat" },
  OVERVIEW,
  "2024-10-16",
  "A static rule translates both ways. The FAQ of 2024 wanted one rule an instance, by ipConfigurationId; ARM needs it " +
    "for dynamic rules alone.",
);

/** The device advertises exactly the ranges of the rules, and Azure speaks BGP with its translated address. */
export const natWithBgp = fact(
  { exactPrefixes: true, apipaPeers: false },
  FAQ,
  "2026-06-04",
  "Where a rule takes in the device's BGP address, the local network gateway has the translated one.",
);
