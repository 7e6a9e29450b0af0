/**
 * What a connection asks of something that it shares with others, in words that kinds and facilities have in common:
 * siblings import nothing from each other.
 */
export interface Demand {
  /** The facility's name: the name of its folder. */
  readonly facility: string;
  readonly at: Placement;
  readonly asks: Asks;
  /** The connection's name; what the facility costs is shown with all that use it. */
  readonly usedBy: string;
}

export type Placement = { readonly virtualNetwork: string } | CircuitPlace;

/** A circuit: by its site, and its place in the site's list. */
export interface CircuitPlace {
  readonly site: string;
  readonly circuit: number;
}

/** Absent: not asked for. Figures of several demands are added up or the largest taken, as the facility knows. */
export interface Asks {
  readonly tunnels?: number;
  /** Where the tunnels lead: connections of one host to one far end share them. */
  readonly farEnd?: string;
  readonly bandwidthMbps?: number;
  readonly perTunnelMbps?: number;
  readonly users?: UserDemand;
  readonly bgp?: boolean;
  /** The one that the gateway must have. */
  readonly asn?: number;
  /** Ends that are to reach each other although each comes in at a gateway of its own. */
  readonly transitBetween?: readonly string[];
  /** Ranges that clients' devices are told by hand. */
  readonly customRoutes?: readonly string[];
  /** Tunnels over the private peering of a circuit: they end at the gateway's private addresses, or pass it. */
  readonly privateTunnels?: boolean;
  readonly natRules?: number;
  /** The loss of these must be survived: `instance`, `zone`. */
  readonly survives?: readonly string[];
  readonly links?: number;
  /** Of a gateway: the circuits that it is linked with. A circuit that several demands name is one link. */
  readonly circuits?: readonly CircuitPlace[];
  /** Of a circuit: the networks whose gateways are linked with it. One that several demands name is one link. */
  readonly virtualNetworks?: readonly string[];
  readonly routes?: number;
  /** A SKU that a person named. */
  readonly sku?: string;
  /** Regions that the circuit must reach. */
  readonly regions?: readonly string[];
  /** Gigabytes a month that leave Azure here. */
  readonly egressGigabytes?: number;
}

export interface UserDemand {
  readonly group: string;
  readonly count: number;
  readonly maxConcurrent: number;
  readonly os: readonly string[];
  readonly authentication?: string;
  readonly addressPool: readonly string[];
  /** `OpenVPN`, `IkeV2`, `SSTP`; absent where nobody chose. */
  readonly protocols?: readonly string[];
}
