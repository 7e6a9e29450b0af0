import { fact } from "./fact.ts";

const ABOUT = "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about";

/** The Azure VPN Client that Microsoft registered; those that people register themselves retire in 2028 and 2029. */
export const entraVpnClientAudience = fact(
  "c632b3df-fb67-4d84-bdcf-b95ad541b5c8",
  ABOUT,
  "2026-08-17",
  "Of Azure's public cloud: for the separate clouds the page was not read.",
);

/** Which types of authentication a gateway takes that offers IKEv2 beside OpenVPN; OpenVPN alone takes any of them. */
export const authenticationWithIkeV2AndOpenVpn = fact<readonly (readonly string[])[]>(
  [["Radius"], ["Certificate"], ["AAD", "Radius"], ["AAD", "Certificate"]],
  ABOUT,
  "2026-08-17",
);
