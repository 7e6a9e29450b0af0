import type { BgpPeerStatus, GatewayRoute } from "../model/effective-route.ts";

/** One of a router's sessions, as it says. */
export interface BirdPeer extends BgpPeerStatus {
  /** BIRD's name of it. */
  readonly protocol: string;
  /** The session of the topology. */
  readonly session: string;
  readonly isInternal: boolean;
  /** Why it is not up, in BIRD's words. */
  readonly because?: string;
}

/** What `show protocols all` says of sessions that the topology has: the others are the lab's own wiring. */
export function readBirdPeers(text: string): readonly BirdPeer[] {
  return text.split(/\n(?=\S)/).flatMap((block) => {
    const protocol = /^(\S+)\s+BGP\s/.exec(block)?.[1];
    const session = valueOf(block, "Description");
    if (protocol === undefined || session === undefined) return [];

    const asn = Number(valueOf(block, "Neighbor AS") ?? 0);
    const state = peerState(valueOf(block, "BGP state"));
    const because = /^\s+Last error:\s+(.*\S)/m.exec(block)?.[1];
    return [
      {
        protocol,
        session,
        localAddress: valueOf(block, "Source address"),
        neighbor: valueOf(block, "Neighbor address"),
        asn,
        state,
        ...(because === undefined || state === "Connected" ? {} : { because }),
        routesReceived: Number(/Routes:\s+(\d+) imported/.exec(block)?.[1] ?? 0),
        isInternal: asn === Number(valueOf(block, "Local AS") ?? -1),
      },
    ];
  });
}

function valueOf(block: string, name: string): string | undefined {
  return new RegExp(`^\\s+${name}:\\s+(\\S+)`, "m").exec(block)?.[1];
}

/** BIRD has the states of RFC 4271, and one for a session that nobody wants; ARM has fewer. */
function peerState(state: string | undefined): BgpPeerStatus["state"] {
  if (state === undefined) return "Unknown";
  if (state === "Established") return "Connected";
  if (state === "Down") return "Stopped";
  return state === "Idle" || state === "Passive" ? "Idle" : "Connecting";
}

/** A route with what gateways of Azure do not tell of theirs. */
export interface BirdRoute extends GatewayRoute {
  /** The session of the topology that it came by; absent for the router's own. */
  readonly session: string | undefined;
  readonly localPreference: number;
  readonly isBest: boolean;
}

/** BIRD's protocol for what a router says of itself while the way there is down. */
export const LOST = "own_lost";

/** What `show route all` says of the table where a speaker keeps what it knows. */
export function readBirdRoutes(text: string, peers: readonly BirdPeer[]): readonly BirdRoute[] {
  const byProtocol = new Map(peers.map((peer) => [peer.protocol, peer]));
  let network = "";
  const own = new Set<string>();
  return text.split(/\n(?=\d|[ ]{2,}\w+ \[)/).flatMap((block) => {
    const [, prefix, protocol = ""] = /^(\S*)\s+\w+ \[(\S+) /.exec(block) ?? [];
    if (prefix === undefined) return [];
    if (prefix !== "") network = prefix;

    // It comes after the route itself, which is there while the way is up.
    if (protocol === LOST && own.has(network)) return [];

    const peer = byProtocol.get(protocol);
    if (!peer) own.add(network);
    return [
      {
        localAddress: peer?.localAddress,
        network,
        nextHop: valueOf(block, "BGP.next_hop"),
        sourcePeer: peer?.neighbor,
        origin: originOf(peer),
        asPath: (/BGP\.as_path:([ \d]*)/.exec(block)?.[1] ?? "").trim().replaceAll(" ", "-"),
        weight: weightOf(block),
        session: peer?.session,
        localPreference: Number(valueOf(block, "BGP.local_pref") ?? DEFAULT_LOCAL_PREFERENCE),
        isBest: /^[^\n]*\] \*/.test(block),
      },
    ];
  });
}

/** Of what a router says of itself. */
const DEFAULT_LOCAL_PREFERENCE = 100;

function originOf(peer: BirdPeer | undefined): GatewayRoute["origin"] {
  if (!peer) return "Network";
  return peer.isInternal ? "IBgp" : "EBgp";
}

/** It travels as a large community: BGP itself has no weight. */
function weightOf(block: string): number {
  return Number(/\(\d+, 2, (\d+)\)/.exec(block)?.[1] ?? 0);
}
