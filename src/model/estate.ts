import type { FromFile } from "../source/origin.ts";
import type { Resource, ResourceId } from "./resource.ts";
import type { Field, Value } from "./unknown.ts";

/**
 * ARM-shaped resources, and what ARM cannot say. Everything after the readers and the planner reads this and cannot
 * tell where it came from.
 */
export interface Estate {
  readonly formatVersion: 1;
  /** By lower-cased ARM id; children are resources of their own. */
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly sites: readonly Site[];
  readonly providerRouters: readonly ProviderRouter[];
  readonly p2sUsers: readonly P2sUsers[];
  readonly appliances: readonly Appliance[];
  readonly observed: readonly Observation[];
  readonly sameSecrets: readonly SameSecret[];
  readonly coverage: Coverage;
}

/** A place outside Azure, as its own routers see it. */
export interface Site extends FromFile {
  readonly name: string;
  readonly description?: string;
  readonly addressPrefixes: readonly string[];
  readonly vpnDevices: readonly VpnDevice[];
  /** To the nearest Azure region, as somebody measured it. */
  readonly roundTripMs?: number;
}

export interface VpnDevice extends FromFile {
  readonly name: string;
  readonly publicIpAddress?: Field<string>;
  /** Where tunnels over a private circuit end. */
  readonly privateIpAddress?: string;
  readonly asn?: number;
  readonly bgpPeeringAddress?: string;
  /** The appliance that this device is, by name, where it stands in a virtual network that plays a site. */
  readonly appliance?: string;
  readonly tunnels: readonly VpnDeviceTunnel[];
}

/** One way out of the device: which gateway connection it ends, and what it tells and prefers there. */
export interface VpnDeviceTunnel extends FromFile {
  readonly gatewayConnection: ResourceId;
  /** Of the gateway, counted from 0; absent: all that there are. */
  readonly instance?: number;
  readonly advertises?: readonly string[];
  readonly prepend?: number;
  readonly localPreference?: number;
  /** Takes only routes whose AS path, written with blanks, fits this pattern. */
  readonly onlyAsPath?: string;
  readonly staticRoutes?: readonly string[];
}

export interface ProviderRouter extends FromFile {
  readonly name: string;
  /** Absent until somebody has agreed on it. */
  readonly asn?: number;
  readonly circuits: readonly ResourceId[];
  /** What it tells Azure of its site; everything where absent. */
  readonly advertises?: readonly string[];
  /** What it passes on from one circuit to another; all where absent. */
  readonly passesOn?: readonly string[];
  /** Whether it tells Azure the ranges of the links themselves. */
  readonly advertisesLinks?: boolean;
  readonly site?: string;
}

export interface P2sUsers extends FromFile {
  readonly name: string;
  readonly description?: string;
  readonly count: number;
  readonly maxConcurrent: number;
  readonly os: readonly string[];
  readonly authentication?: string;
  /** Where the VPN gateway takes their addresses from. */
  readonly vpnClientAddressPool: readonly string[];
  /** The networks they sit in while they connect. */
  readonly localNetworks: readonly string[];
}

export interface Appliance extends FromFile {
  readonly name: string;
  /** The network interface, or the load balancer in front of several. */
  readonly resource: ResourceId;
  readonly forwards: boolean;
  readonly stateful: boolean;
  readonly sourceNat: boolean;
  readonly bgpPeers: readonly string[];
  /** What it tells and prefers where it speaks BGP with a Route Server. */
  readonly bgpSettings?: ApplianceBgpSettings;
}

export interface ApplianceBgpSettings {
  readonly asn: number;
  readonly advertises: readonly string[];
  readonly prepend?: number;
  readonly localPreference?: number;
  /** Takes only routes whose AS path, written with blanks, fits this pattern. */
  readonly onlyAsPath?: string;
}

/**
 * What Azure chose or reports, which no template says. Known names: `bgpPeeringAddresses` of a gateway or Route Server
 * (one an instance), `privateIPAddresses` of a gateway (where tunnels over a circuit end), `profileRoutes` of a gateway
 * (in the profile that its users have), `primary` and `secondary` of a circuit
 * (`{ effectiveNextHopIp, gatewayPeers: { <gateway id>: address } }`).
 */
export interface Observation extends FromFile {
  readonly resource: ResourceId;
  readonly name: string;
  readonly value: Value;
}

/**
 * Keys that are equal, told by a name for each: the key itself is nowhere. Keys with another name are other ones. Somebody wrote
 * the name by hand, or it says who has the key first; it is never made of the key, as the fingerprint of a `Secret` is. Beside
 * resources `site/amsterdam`, `site/amsterdam/edge` and `p2susers/staff` have some.
 */
export interface SameSecret extends FromFile {
  readonly resources: readonly ResourceId[];
  readonly fingerprint: string;
}

export interface Coverage {
  /** Ids of subscriptions, resource groups or resources below which nothing of the network is missing. */
  readonly complete: readonly string[];
  /** Referred to and not here. */
  readonly absent: readonly ResourceId[];
  /** Types that the reader met and does not read, with how many. */
  readonly passedOver: readonly { readonly type: string; readonly count: number }[];
}

export const emptyEstate: Estate = {
  formatVersion: 1,
  resources: new Map(),
  sites: [],
  providerRouters: [],
  p2sUsers: [],
  appliances: [],
  observed: [],
  sameSecrets: [],
  coverage: { complete: [], absent: [], passedOver: [] },
};
