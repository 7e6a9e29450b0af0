import { fact } from "./fact.ts";

const GATEWAY = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings";
const DESIGN = "https://learn.microsoft.com/azure/networking/design-guide/vnets-subnets";

export interface NamedSubnet {
  /** The smallest that Azure's pages recommend, as a prefix length. */
  readonly recommendedLength: number;
  /** Whether a page says that the service takes an IPv6 range in its subnet. */
  readonly takesIpv6: boolean;
}

/** Subnets that a service finds by their name, spelt exactly so. */
export const namedSubnets = fact<Readonly<Record<string, NamedSubnet>>>(
  {
    GatewaySubnet: { recommendedLength: 27, takesIpv6: true },
    AzureFirewallSubnet: { recommendedLength: 26, takesIpv6: false },
    AzureFirewallManagementSubnet: { recommendedLength: 26, takesIpv6: false },
    AzureBastionSubnet: { recommendedLength: 26, takesIpv6: false },
    RouteServerSubnet: { recommendedLength: 26, takesIpv6: false },
  },
  DESIGN,
  "2026-06-22",
  "Older pages ask for /27 for RouteServerSubnet; the larger of the two is planned.",
);

export const gatewaySubnetLengths = fact(
  { smallest: 29, recommended: 27 },
  GATEWAY,
  "2026-11-23",
  "A VPN and an ExpressRoute gateway side by side need /27; 16 circuits need /26.",
);
