import type { Prefix } from "../../ip/index.ts";
import type { LinkId } from "../../model/topology.ts";
import type { TunnelPolicy } from "./tunnel-policy.ts";

/** What a device outside Azure must do, before anybody asks in whose words. */
export interface DevicePlan {
  readonly site: string;
  readonly name: string;
  /** Absent where no tunnel runs BGP. */
  readonly asn: number | undefined;
  readonly routerId: string | undefined;
  /** Its site's own ranges, of IPv4: a VPN gateway tells its peers nothing else. */
  readonly prefixes: readonly Prefix[];
  readonly tunnels: readonly DeviceTunnel[];
  /** Where nobody speaks BGP: what lies behind the tunnels, and which interfaces lead there. */
  readonly staticRoutes: readonly StaticRoute[];
  readonly notes: readonly string[];
  readonly placeholders: readonly Placeholder[];
}

export interface StaticRoute {
  readonly prefix: string;
  readonly interfaces: readonly string[];
}

/** Stands where the file cannot know: `text` is in the configuration, `how` says where to get it. */
export interface Placeholder {
  readonly text: string;
  readonly how: string;
}

/** Addresses are texts, for where Azure has yet to choose one a placeholder stands. */
export interface DeviceTunnel {
  /** Letters, digits and hyphens; no two of a device are alike. */
  readonly name: string;
  /** `azure0`: what the tunnel is on the device. */
  readonly interface: string;
  readonly number: number;
  /** Of the topology. */
  readonly link: LinkId;
  readonly connection: string;
  readonly title: string;
  readonly localAddress: string;
  readonly farAddress: string;
  readonly key: string;
  readonly policy: TunnelPolicy;
  /** Whether the device may begin, or waits for Azure. */
  readonly begins: boolean;
  readonly bgp: DeviceSession | undefined;
}

export interface DeviceSession {
  readonly localAddress: string;
  readonly localAsn: number;
  readonly farAddress: string;
  readonly farAsn: number;
  readonly holdSeconds: number;
  readonly advertises: readonly string[];
  readonly prepend: number;
  readonly localPreference: number | undefined;
  /** Only routes whose AS path fits this regular expression, numbers between blanks. */
  readonly onlyAsPath: string | undefined;
}
