import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/route-server/route-server-faq";
const QUICKSTART = "https://learn.microsoft.com/azure/route-server/quickstart-create-route-server-template";

/** What joins the two gateways of one network, and what it leaves apart. */
export const branchToBranch = fact(
  "Route Server with branch-to-branch passes routes between the VPN gateway and the ExpressRoute gateway of its network.",
  "https://learn.microsoft.com/azure/route-server/expressroute-vpn-support",
  "2026-11-23",
);

export const routeServerLeavesUsersApart = fact(
  "Users on Point-to-Site and a site on ExpressRoute do not reach each other, with a Route Server or without.",
  FAQ,
  "2026-11-23",
);

export const routeServerBgp = fact(
  { asn: 65_515, maxRoutesPerPeer: 1000, instances: 2 },
  FAQ,
  "2026-11-23",
  "The number of routes is that of 2023; what becomes of a session with more is not said: it is taken to go down.",
);

/** Which of equal prefixes it takes, in ARM's words of `hubRoutingPreference`: the first where nobody says. */
export const hubRoutingPreference = fact(
  ["ExpressRoute", "VpnGateway", "ASPath"],
  "https://learn.microsoft.com/azure/route-server/hub-routing-preference",
  "2023-07-31",
);

/** In ARM's words: a virtual hub in no virtual WAN, with one address that is Azure's to manage it by. */
export const routeServerResources = fact(
  { sku: "Standard", publicIpSku: "Standard", publicIPAllocationMethod: "Static" },
  QUICKSTART,
  "2026-11-26",
  "From the project's own notes and the templates that others wrote; the page itself was not read.",
);
