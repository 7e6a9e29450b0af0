import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";
const PLAN =
  "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/plan-for-ip-addressing";

/** RFC 1918, RFC 6598 and the unique local addresses of IPv6: nobody on the internet has these. */
export const privateRanges = fact(
  ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"],
  FAQ,
  "2026-11-23",
  "Azure takes other ranges too, and says that they may have undesirable side effects.",
);

/** From this length on, the guidance calls a network unnecessarily large. */
export const largeAddressSpaceLength = fact(16, PLAN, "2026-11-23");
