import { fact } from "./fact.ts";

const ABOUT = "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about";

export interface VpnClientProtocol {
  readonly transport: string;
  readonly ports: readonly string[];
  readonly ipv6: boolean;
  /** Firewalls that let nothing out but the web let this through. */
  readonly passesFirewalls: boolean;
  /** `AAD` is what ARM calls Microsoft Entra ID. */
  readonly authenticationTypes: readonly string[];
}

/** By name, as ARM spells it in `vpnClientProtocols`. */
export const vpnClientProtocols = fact<Readonly<Record<string, VpnClientProtocol>>>(
  {
    OpenVPN: {
      transport: "TLS",
      ports: ["TCP 443"],
      ipv6: true,
      passesFirewalls: true,
      authenticationTypes: ["AAD", "Radius", "Certificate"],
    },
    IkeV2: {
      transport: "IPsec",
      ports: ["UDP 500", "UDP 4500", "IP protocol 50"],
      ipv6: true,
      passesFirewalls: false,
      authenticationTypes: ["Radius", "Certificate"],
    },
    SSTP: {
      transport: "TLS",
      ports: ["TCP 443"],
      ipv6: false,
      passesFirewalls: true,
      authenticationTypes: ["Radius", "Certificate"],
    },
  },
  ABOUT,
  "2026-08-17",
);

/** Protocols that a gateway does not offer at the same time. */
export const exclusiveVpnClientProtocols = fact(
  [["OpenVPN", "SSTP"]],
  ABOUT,
  "2026-08-17",
  "The page of 2020 on moving away from SSTP says so; that of 2026 does not list the pair.",
);

/** The strongest that a gateway takes of clients by IKEv2, for each phase; it takes others as well. */
export const vpnClientIpsecOffers = fact(
  {
    ike: [
      { encryption: "GCMAES256", integrity: "SHA384", group: "ECP384" },
      { encryption: "AES256", integrity: "SHA384", group: "ECP384" },
      { encryption: "AES256", integrity: "SHA256", group: "DHGroup14" },
    ],
    ipsec: [
      { encryption: "GCMAES256", integrity: "GCMAES256", group: "None" },
      { encryption: "AES256", integrity: "SHA256", group: "None" },
    ],
  },
  ABOUT,
  "2026-08-17",
);

export const sstp = fact(
  { maxConnections: 128, retires: "2027-03-31" },
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",
  "2026-06-04",
);

/** With which protocols a device connects, by operating system and authentication. What is not listed is not known. */
export const vpnClients = fact<Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>(
  {
    Windows: {
      Certificate: ["IkeV2", "OpenVPN", "SSTP"],
      Radius: ["IkeV2", "OpenVPN", "SSTP"],
      AAD: ["OpenVPN"],
    },
    macOS: { Certificate: ["IkeV2", "OpenVPN"], Radius: ["IkeV2", "OpenVPN"], AAD: ["OpenVPN"] },
    Linux: { Certificate: ["IkeV2", "OpenVPN"], Radius: ["IkeV2", "OpenVPN"], AAD: [] },
    iOS: { Certificate: ["IkeV2", "OpenVPN"], Radius: ["IkeV2", "OpenVPN"], AAD: [] },
    Android: { Certificate: ["OpenVPN"], Radius: ["OpenVPN"], AAD: [] },
  },
  ABOUT,
  "2026-08-19",
  "For iOS the table of protocols has IKEv2, that of clients only OpenVPN: both are taken. Android is in the table of " +
    "protocols alone. The Azure VPN Client for Linux was retired on 2026-08-31.",
);

/** In ARM's spelling, or `undefined` for another word. */
export function vpnClientProtocolNamed(name: string): string | undefined {
  return Object.keys(vpnClientProtocols.value).find((known) => known.toLowerCase() === name.toLowerCase());
}

/** The operating systems as people write them, versions and all. */
export function operatingSystemNamed(name: string): string | undefined {
  return Object.keys(vpnClients.value).find((known) => name.toLowerCase().startsWith(known.toLowerCase()));
}
