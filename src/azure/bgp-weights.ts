import { fact } from "./fact.ts";

/** What a gateway gives a route, by where it came from: the highest wins before anything else is looked at. */
export const bgpWeights = fact(
  { expressRoute: 32_769, others: 32_768 },
  "https://learn.microsoft.com/azure/expressroute/use-s2s-vpn-as-backup-for-expressroute-privatepeering",
  "2023-12-28",
  "From the outputs on the page and in public labs, which agree. 32769 stands at what an ExpressRoute gateway has from the " +
    "Microsoft edge, and at what a VPN gateway has from an ExpressRoute gateway.",
);
