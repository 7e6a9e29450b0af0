import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq";

/** Of a VPN gateway, also where BGP is off. */
export const defaultVpnGatewayAsn = fact(65515, FAQ, "2026-06-04");

/** First and last of each range. */
type AsnRanges = readonly (readonly [first: number, last: number])[];

/** The devices of a site may not have these; a gateway may have 65515 of them. */
export const asnsReservedByAzure = fact<AsnRanges>(
  [
    [8074, 8075],
    [12076, 12076],
    [65515, 65515],
    [65517, 65520],
  ],
  FAQ,
  "2026-06-04",
);

export const asnsReservedByIana = fact<AsnRanges>(
  [
    [23456, 23456],
    [64496, 64511],
    [65535, 65551],
    [4294967295, 4294967295],
  ],
  FAQ,
  "2026-06-04",
  "The page prints 429496729 for the last, which lacks its last digit: RFC 7300 reserves 4294967295.",
);

/** Free for sites: private and reserved by nobody. */
export const usablePrivateAsns = fact<AsnRanges>(
  [
    [64512, 65514],
    [65521, 65534],
  ],
  FAQ,
  "2026-06-04",
);

/** Where Azure's own APIPA addresses for BGP come from. */
export const bgpApipaRanges = fact(["169.254.21.0/24", "169.254.22.0/24"], FAQ, "2026-06-04");

export const apipaRange = fact("169.254.0.0/16", FAQ, "2026-06-04");

/** What makes two sites of one gateway reach each other, whether anybody wants it or not. */
export const vpnGatewayTransit = fact(
  "A VPN gateway tells each BGP peer what it learns from the others.",
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-bgp-overview",
  "2026-11-26",
  "Read as a search's excerpt of a mirror, not the page itself.",
);

/** With more, the gateway drops the session. */
export const maxPrefixesPerBgpPeer = fact(4000, FAQ, "2026-06-04");

/** Fixed: nobody can set them. */
export const vpnGatewayBgpTimers = fact({ keepaliveSeconds: 60, holdSeconds: 180 }, FAQ, "2026-11-23");

/** What a Route Server asks of the VPN gateway beside it, to exchange routes with it. */
export const routeServerVpnGateway = fact(
  { asn: 65515, activeActive: true },
  "https://learn.microsoft.com/azure/route-server/expressroute-vpn-support",
  "2026-11-23",
);
