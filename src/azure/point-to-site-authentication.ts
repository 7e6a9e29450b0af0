import { fact } from "./fact.ts";

const ABOUT = "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about";
const FAQ = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq";

export const vpnClientCertificates = fact(
  { rootCertificates: 20, keyType: "RSA", keyVault: false },
  FAQ,
  "2026-06-04",
  "Elliptic curves do not work with IKEv2.",
);

export const radiusServers = fact({ timeoutSeconds: 30, reachedOver: "IPsec" }, FAQ, "2026-06-04");

/** IKEv2 beside OpenVPN needs an authentication that both know. */
export const vpnClientAuthentication = fact(
  { entra: "AAD", entraProtocol: "OpenVPN", types: ["Certificate", "Radius", "AAD"] },
  ABOUT,
  "2026-08-17",
);

export const entraOnly = fact(
  { policy: "21a6bc25-125e-4d13-b82d-2e19b7208ab7" },
  "https://learn.microsoft.com/azure/vpn-gateway/policy-reference",
  "2026-11-23",
  "VPN gateways should use only Azure Active Directory (Azure AD) authentication for point-to-site users.",
);
