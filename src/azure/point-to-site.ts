import { fact } from "./fact.ts";

export const pointToSiteAbout = fact(
  "About point-to-site VPN",
  "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about",
  "2026-08-17",
);
