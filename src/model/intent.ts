import type { Prefix } from "../ip/index.ts";
import type { JsonObject } from "../source/document.ts";
import type { FromFile, Origin } from "../source/origin.ts";
import type { ValidRange } from "./address-range.ts";
import type { Needs } from "./needs.ts";

/** What a person asked for, read and checked, every part with its place in the file. */
export interface Intent extends FromFile {
  readonly name: string;
  readonly description?: string;
  readonly pools: readonly AddressPool[];
  /** Ranges that nothing planned may touch. */
  readonly reserved: readonly ValidRange[];
  readonly virtualNetworks: readonly VirtualNetworkIntent[];
  readonly sites: readonly SiteIntent[];
  readonly p2sUsers: readonly P2sUsersIntent[];
  readonly connections: readonly ConnectionIntent[];
  readonly isolate: readonly IsolationIntent[];
  readonly prefer: "checklist" | "cost" | "latency";
  /** Names of networks, sites and users that could not be read: referring to them is not a second mistake. */
  readonly broken: ReadonlySet<string>;
}

/** Where planned addresses are taken from; without a region, for all regions together. */
export interface AddressPool extends FromFile {
  readonly region?: string;
  readonly prefix: Prefix;
}

export interface VirtualNetworkIntent extends FromFile {
  readonly name: string;
  readonly description?: string;
  readonly role?: "hub";
  /** Unknown (`undefined`) only for an existing network whose region was not given. */
  readonly region: string | undefined;
  readonly scope: ScopeIntent;
  /** The ARM id of a network that is there already: it is never redeployed. */
  readonly existing?: string;
  /** Ranges that a person fixed. */
  readonly addressSpace: readonly ValidRange[];
  /** The prefix length to plan; `undefined` where ranges are fixed or the size follows from the subnets. */
  readonly length?: number;
  readonly dualStack: boolean;
  readonly growth: Growth;
  readonly subnets: readonly SubnetIntent[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Undefined parts are those of the deployment: wherever the template is deployed to. */
export interface ScopeIntent {
  readonly subscription?: string;
  readonly resourceGroup?: string;
}

/** How much of a network stays free: a share of its addresses, or the next power of two. */
export type Growth = { readonly type: "share"; readonly share: number } | { readonly type: "nextPowerOfTwo" };

export interface SubnetIntent extends FromFile {
  readonly name: string;
  /** Ranges that a person fixed; in an existing network, a subnet that is there already. */
  readonly addressPrefixes: readonly ValidRange[];
  readonly length?: number;
}

export interface SiteIntent extends FromFile {
  readonly name: string;
  readonly description?: string;
  readonly addressSpace: readonly ValidRange[];
  /** Absent: Azure sees the site's own addresses. */
  readonly nat?: NatIntent;
  readonly vpnDevices: readonly VpnDeviceIntent[];
  /** To the nearest Azure region, as somebody measured it. */
  readonly roundTripMs?: number;
  readonly circuits: readonly CircuitIntent[];
}

/** Other addresses at which Azure is to see a site, one for one. */
export interface NatIntent extends FromFile {
  /** For each range of the site one of its size, in its order; `undefined`: to be planned. */
  readonly addressSpace: readonly ValidRange[] | undefined;
}

export interface VpnDeviceIntent extends FromFile {
  readonly publicIp: string;
  /** Where tunnels over a private circuit end. */
  readonly privateIp?: string;
  readonly asn?: number;
  readonly bgpPeeringAddress?: string;
}

export interface CircuitIntent extends FromFile {
  readonly existing?: string;
  readonly provider?: string;
  /** The id of a pair of ports of ExpressRoute Direct, which the customer has. */
  readonly port?: string;
  readonly peeringLocation?: string;
  readonly bandwidthMbps?: number;
  readonly leadTimeDays?: number;
}

export interface P2sUsersIntent extends FromFile {
  readonly name: string;
  readonly description?: string;
  readonly count: number;
  readonly maxConcurrent: number;
  readonly os: readonly string[];
  readonly authentication?: string;
  readonly addressPool: readonly ValidRange[];
  readonly localNetworks: readonly ValidRange[];
}

/** One entry of `connections`, before its lists and patterns are spread out. */
export interface ConnectionIntent extends FromFile {
  readonly description?: string;
  readonly between: readonly [readonly EndPattern[], readonly EndPattern[]] | undefined;
  /** Each with each. */
  readonly mesh?: readonly EndPattern[];
  readonly needs: Needs;
  readonly kind?: string;
  readonly sku?: string;
  readonly via?: string;
  readonly settings?: { readonly value: JsonObject; readonly origin: Origin };
  /** Something in it could not be read: its ends are looked up, and nothing is decided for it. */
  readonly isPartial?: true;
}

/** A name, or a pattern with `*`. */
export interface EndPattern {
  readonly text: string;
  readonly origin: Origin;
}

export interface IsolationIntent extends FromFile {
  readonly between: readonly [EndPattern, EndPattern];
}
