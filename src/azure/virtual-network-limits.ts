import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";
const LIMITS =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits";
const NAMES = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";

/** Ranges that Azure takes in no virtual network. */
export const reservedRanges = fact(
  ["224.0.0.0/4", "255.255.255.255/32", "127.0.0.0/8", "169.254.0.0/16", "168.63.129.16/32"],
  FAQ,
  "2026-11-23",
);

/** In every IPv4 subnet: the network, the router, two for DNS, the broadcast address. */
export const reservedAddressesPerSubnet = fact(5, FAQ, "2026-11-23");

/** As prefix lengths: an IPv4 subnet is between /2 and /29. */
export const subnetLengths = fact(
  { largest: 2, smallest: 29 },
  FAQ,
  "2026-11-25",
  "Older copies of the page say /8.",
);

/** An IPv6 subnet is exactly this long. */
export const ipv6SubnetLength = fact(64, FAQ, "2026-11-23");

export const subnetsPerVirtualNetwork = fact(3000, LIMITS, "2022-12-05");
export const virtualNetworksPerRegion = fact(1000, LIMITS, "2022-12-05", "For each subscription.");
export const dnsServersPerVirtualNetwork = fact(20, LIMITS, "2022-12-05");
export const routesPerRouteTable = fact(
  400,
  LIMITS,
  "2022-12-05",
  "Raised for some subscriptions since 2023.",
);

/** 2 to 64 characters; letters, digits, `_`, `.`, `-`; begins with a letter or digit, ends with one or `_`. */
export const virtualNetworkName = fact("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9_]$", NAMES, "2026-11-23");

/** 1 to 80 characters of the same. */
export const subnetName = fact("^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$", NAMES, "2026-11-23");

export const resourceGroupName = fact("^[-\\w._()]{0,89}[-\\w_()]$", NAMES, "2026-11-23");
