import { fact } from "./fact.ts";

/** What a subnet has where it does not say `defaultOutboundAccess`. */
export const defaultOutboundAccess = fact(
  true,
  "https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access",
  "2026-01-30",
  "False for subnets of virtual networks that are made with API version 2025-07-01 or later, says the networking blog " +
    "(techcommunity.microsoft.com, Private subnets by default), and by the portal since 1 April 2026; networks from " +
    "before keep it. A template whose API version nobody tells is taken for an older one.",
);

/** The SKU of load balancers behind which nothing has default outbound access. */
export const privateLoadBalancerSku = fact(
  "Standard",
  "https://learn.microsoft.com/azure/load-balancer/egress-only",
  "2023-10-24",
  "The page shows how to give what stands behind an internal one a way out, because it has none by itself.",
);
