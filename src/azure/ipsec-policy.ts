import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq";
const DEVICES = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices";
const COMPLIANCE = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto";

/** Of the page's stored versions none bears a date. */
const OLD = "No stored version of the page bears a date: it may be older than the gateways of today.";

/** The members of an ipsecPolicy that choose an algorithm, as ARM names them. */
export type IpsecAlgorithmField =
  | "ikeEncryption"
  | "ikeIntegrity"
  | "dhGroup"
  | "ipsecEncryption"
  | "ipsecIntegrity"
  | "pfsGroup";

type AlgorithmsByField = Readonly<Record<IpsecAlgorithmField, readonly string[]>>;

/** All that ARM takes. */
export const ipsecAlgorithms = fact<AlgorithmsByField>(
  {
    ikeEncryption: ["GCMAES256", "GCMAES128", "AES256", "AES192", "AES128", "DES3", "DES"],
    ikeIntegrity: ["GCMAES256", "GCMAES128", "SHA384", "SHA256", "SHA1", "MD5"],
    dhGroup: ["DHGroup24", "ECP384", "ECP256", "DHGroup14", "DHGroup2048", "DHGroup2", "DHGroup1", "None"],
    ipsecEncryption: [
      "GCMAES256",
      "GCMAES192",
      "GCMAES128",
      "AES256",
      "AES192",
      "AES128",
      "DES3",
      "DES",
      "None",
    ],
    ipsecIntegrity: ["GCMAES256", "GCMAES192", "GCMAES128", "SHA256", "SHA1", "MD5"],
    pfsGroup: ["PFS24", "ECP384", "ECP256", "PFS2048", "PFS14", "PFSMM", "PFS2", "PFS1", "None"],
  },
  FAQ,
  "2026-06-04",
  "ARM's reference also has DES, DES3 and GCMAES for IKE, PFS14 and PFSMM, which the page does not list.",
);

/** Broken or too short by today's measure. */
export const weakIpsecAlgorithms = fact<AlgorithmsByField>(
  {
    ikeEncryption: ["DES", "DES3"],
    ikeIntegrity: ["MD5", "SHA1"],
    dhGroup: ["DHGroup1", "DHGroup2", "None"],
    ipsecEncryption: ["DES", "DES3", "None"],
    ipsecIntegrity: ["MD5", "SHA1"],
    pfsGroup: ["PFS1", "PFS2", "None"],
  },
  COMPLIANCE,
  "2026-11-23",
  "The page lists what may be chosen; that these are weak is RFC 8247's and RFC 8221's word. DHGroup24, which the RFC " +
    "also disadvises, is among the groups that the page proposes and not listed here.",
);

export const smallestSaLifetime = fact({ seconds: 300, kilobytes: 1024 }, FAQ, "2026-06-04");
export const defaultSaLifetime = fact({ seconds: 27_000, kilobytes: 102_400_000 }, FAQ, "2026-06-04");

/** What a gateway takes for phase 1 where its connection has no policy; those with 3DES or SHA1 left out. */
export const defaultIkeOffers = fact(
  [
    { encryption: "AES256", integrity: "SHA256", group: "DHGroup2" },
    { encryption: "AES128", integrity: "SHA256", group: "DHGroup2" },
  ],
  DEVICES,
  "2026-11-23",
  OLD,
);

/** The same for phase 2, in the gateway's order, as initiator and as responder. */
export const defaultIpsecOffers = fact(
  [
    { encryption: "GCMAES256", integrity: "GCMAES256", group: "None" },
    { encryption: "AES256", integrity: "SHA256", group: "None" },
  ],
  DEVICES,
  "2026-11-23",
  OLD,
);

/** Of phase 1, which no policy changes. */
export const ikeSaLifetimeSeconds = fact(28_800, DEVICES, "2026-11-23", OLD);

/** What fits through a tunnel: the one or the other is set on the device. */
export const tunnelPacketSize = fact({ mtu: 1400, tcpMss: 1350 }, DEVICES, "2026-11-23", OLD);

export const dpdTimeoutSeconds = fact({ smallest: 9, largest: 3600, default: 45 }, FAQ, "2026-06-04");

/** How long a pre-shared key is at most. */
export const sharedKeyLength = fact(
  128,
  "https://learn.microsoft.com/cli/azure/network/vpn-connection/shared-key",
  "2026-11-23",
);

/** What a pre-shared key consists of. */
export const sharedKeyPattern = fact(
  "^[!-,.-}]+$",
  FAQ,
  "2026-06-04",
  "Printable ASCII except space, hyphen and tilde; the wording can also be read as allowing those three.",
);
