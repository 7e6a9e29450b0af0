/** A row of Azure's effective routes, in Azure's words. */
export interface EffectiveRoute {
  readonly name?: string;
  readonly source: string;
  readonly state: "Active" | "Invalid";
  readonly addressPrefix: string;
  readonly nextHopType: string;
  /** Empty where Azure shows none, or nobody has looked. */
  readonly nextHopIpAddress: readonly string[];
}

/** A row of a gateway's learned or advertised routes, in ARM's words. */
export interface GatewayRoute {
  readonly localAddress: string | undefined;
  readonly network: string;
  readonly nextHop: string | undefined;
  readonly sourcePeer: string | undefined;
  readonly origin: "Network" | "EBgp" | "IBgp" | "Igp";
  /** `12076-64512`; empty for what the gateway says of itself. */
  readonly asPath: string;
  readonly weight: number;
}

/** A row of a gateway's BGP peers, in ARM's words. */
export interface BgpPeerStatus {
  readonly localAddress: string | undefined;
  readonly neighbor: string | undefined;
  readonly asn: number;
  readonly state: "Unknown" | "Stopped" | "Idle" | "Connecting" | "Connected";
  readonly routesReceived: number;
}
