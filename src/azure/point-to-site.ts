import { fact } from "./fact.ts";

export const pointToSiteAbout = fact(
  "About point-to-site VPN",
  "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about",
  "2026-08-17",
);

/** What a client learns when it connects: the gateway's network, those that use the gateway over peering, BGP routes. */
export const pointToSiteRouting = fact(
  "About point-to-site VPN routing",
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-point-to-site-routing",
  "2026-11-23",
  "The page is of 2018. Windows clients keep the routes of the profile that they have: download it again after a change.",
);
