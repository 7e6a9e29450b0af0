/**
 * What a route is, said once where it comes into the estate. Policies of sessions are lists of these words: what a
 * gateway passes on depends on where a route came from, not on which range it is.
 */
export const tags = {
  /** A range of a virtual network, or of a spoke that uses its gateways. */
  network: "network",
  /** Written into a local network gateway. */
  static: "static",
  /** The address that a site's device speaks BGP from. */
  peerHost: "peerHost",
  /** Learned over a tunnel. */
  branch: "branch",
  /** Learned over a circuit. */
  circuit: "circuit",
  /** Learned from an appliance. */
  nva: "nva",
  /** Addresses of client VPN users. */
  pool: "pool",
  /** What a provider's router tells a circuit. */
  provider: "provider",
  /** What a circuit has from another over Global Reach. */
  reach: "reach",
  /** A range of a site. */
  site: "site",
  /** The link between a provider's router and Azure. */
  link: "link",
  /** What a site's device has from Azure. */
  azure: "azure",
} as const;
