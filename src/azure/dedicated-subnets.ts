import { fact } from "./fact.ts";

const GATEWAY = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub";
const ROUTE_SERVER = "https://learn.microsoft.com/azure/route-server/route-server-faq";
const FIREWALL = "https://learn.microsoft.com/azure/firewall/firewall-faq";
const BASTION = "https://learn.microsoft.com/azure/bastion/bastion-faq#udr";

/** What Azure says of the subnets that belong to one service alone; each name with the page. */
type PageBySubnet = Readonly<Record<string, string>>;

export const subnetsWithoutNetworkSecurityGroup = fact<PageBySubnet>(
  {
    GatewaySubnet: GATEWAY,
    RouteServerSubnet: ROUTE_SERVER,
    AzureFirewallSubnet: FIREWALL,
    AzureFirewallManagementSubnet: FIREWALL,
  },
  GATEWAY,
  "2026-11-23",
  "Azure answers NetworkSecurityGroupCannotBeAttachedToGatewaySubnet for GatewaySubnet.",
);

export const subnetsWithoutRouteTable = fact<PageBySubnet>(
  { RouteServerSubnet: ROUTE_SERVER, AzureBastionSubnet: BASTION },
  ROUTE_SERVER,
  "2026-11-23",
);

/** What the page says of user-defined routes on GatewaySubnet. */
export const gatewaySubnetRouting = fact(
  { defaultRoute: "unsupported", propagationOff: "unsupported", overlappingRoute: "may break the gateway" },
  GATEWAY,
  "2026-11-23",
);

/** The smallest that the service deploys into, as a prefix length. */
export const smallestDedicatedSubnets = fact<Readonly<Record<string, number>>>(
  {
    AzureFirewallSubnet: 26,
    AzureFirewallManagementSubnet: 26,
    AzureBastionSubnet: 26,
    RouteServerSubnet: 27,
  },
  "https://learn.microsoft.com/azure/networking/design-guide/vnets-subnets",
  "2026-06-22",
  "For RouteServerSubnet the newest page asks for /26, older pages and labs of 2026 use /27: /27 is taken.",
);
