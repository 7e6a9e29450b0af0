import { fact } from "./fact.ts";

const OVERVIEW =
  "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules";

/** What every network security group ends with; nobody can remove them, only be quicker. */
export const defaultSecurityRules = fact(
  [
    {
      direction: "Inbound",
      name: "AllowVnetInBound",
      priority: 65000,
      access: "Allow",
      source: "VirtualNetwork",
      destination: "VirtualNetwork",
    },
    {
      direction: "Inbound",
      name: "AllowAzureLoadBalancerInBound",
      priority: 65001,
      access: "Allow",
      source: "AzureLoadBalancer",
      destination: "*",
    },
    {
      direction: "Inbound",
      name: "DenyAllInBound",
      priority: 65500,
      access: "Deny",
      source: "*",
      destination: "*",
    },
    {
      direction: "Outbound",
      name: "AllowVnetOutBound",
      priority: 65000,
      access: "Allow",
      source: "VirtualNetwork",
      destination: "VirtualNetwork",
    },
    {
      direction: "Outbound",
      name: "AllowInternetOutBound",
      priority: 65001,
      access: "Allow",
      source: "*",
      destination: "Internet",
    },
    {
      direction: "Outbound",
      name: "DenyAllOutBound",
      priority: 65500,
      access: "Deny",
      source: "*",
      destination: "*",
    },
  ],
  OVERVIEW,
  "2026-11-28",
);

/** Where the service tag `AzureLoadBalancer` leads: the address that health probes come from. */
export const loadBalancerProbes = fact(
  "168.63.129.16/32",
  "https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16",
  "2026-11-28",
);
