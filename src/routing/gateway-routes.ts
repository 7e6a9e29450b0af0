import { formatPrefix, type Prefix } from "../ip/index.ts";
import type { BgpPeerStatus, GatewayRoute } from "../model/effective-route.ts";
import type { NodeId, Session, SessionEnd, SessionId, Speaker, Topology } from "../model/topology.ts";
import { tells } from "./bgp/policy.ts";
import { toldPath } from "./bgp/told-path.ts";
import type { BgpRoute, Solved } from "./solved.ts";

/** A gateway as ARM's operations ask it. */
export interface AskedGateway {
  readonly gatewayType: "Vpn" | "ExpressRoute";
  readonly instances: readonly NodeId[];
  /** Which instance of an ExpressRoute gateway answers, for one does and it may be either; the first where absent. */
  readonly answering?: NodeId;
}

/** A VPN gateway answers with the tables of its instances, one after the other; an ExpressRoute gateway with one. */
export function gatewayLearnedRoutes(
  gateway: AskedGateway,
  topology: Topology,
  solved: Solved,
): readonly GatewayRoute[] {
  return thatAnswer(gateway).flatMap((node) => learnedRoutes(node, topology, solved));
}

export function gatewayBgpPeers(
  gateway: AskedGateway,
  topology: Topology,
  solved: Solved,
): readonly BgpPeerStatus[] {
  const listsItself = gateway.gatewayType === "Vpn";
  return thatAnswer(gateway).flatMap((node) => bgpPeers(node, topology, solved, { listsItself }));
}

function thatAnswer({ gatewayType, instances, answering }: AskedGateway): readonly NodeId[] {
  if (gatewayType === "Vpn") return instances;
  return answering === undefined ? instances.slice(0, 1) : [answering];
}

/** Everything that one instance has, its own networks included, as `getLearnedRoutes` answers it. */
export function learnedRoutes(node: NodeId, topology: Topology, solved: Solved): readonly GatewayRoute[] {
  const ownAddress = ownAddressOf(node, topology);

  return listed(node, topology, solved).flatMap(([, routes]) =>
    routes.map((route) => {
      const ends = endsOf(node, route.session, topology);
      return {
        localAddress: ends?.own.address ?? ownAddress,
        network: formatPrefix(route.prefix),
        nextHop: route.nextHopAddress,
        sourcePeer: ends === undefined ? ownAddress : ends.far.address,
        origin: route.origin,
        asPath: route.asPath.join("-"),
        weight: route.weight,
      };
    }),
  );
}

/** What one instance tells the far end of a session; nothing while it is down. */
export function advertisedRoutes(
  node: NodeId,
  sessionId: SessionId,
  topology: Topology,
  solved: Solved,
): readonly GatewayRoute[] {
  const ends = endsOf(node, sessionId, topology);
  if (ends === undefined || solved.sessions.get(sessionId)?.state !== "Connected") return [];

  const [own, far] = [speakerOf(node, topology), speakerOf(ends.far.node, topology)];
  if (own === undefined || far === undefined) return [];

  const isInternal = own.asn === far.asn;
  return Array.from(solved.ribs.get(node)?.routes.values() ?? [])
    .flatMap(([best]) =>
      best !== undefined && best.best && isTold(best, ends.own, isInternal) ? [best] : [],
    )
    .map((route) => ({
      localAddress: ends.own.address,
      network: formatPrefix(route.prefix),
      nextHop: (ends.own.sends.reflects ? route.nextHopAddress : undefined) ?? ends.own.address,
      sourcePeer: undefined,
      origin: "Igp",
      asPath: toldPath(route.asPath, ends.own.sends, own.asn, far.asn).join("-"),
      // A weight never leaves the one who gave it.
      weight: 0,
    }));

  function isTold(route: BgpRoute, end: SessionEnd, isInternal: boolean): boolean {
    const { prefix } = route;
    const isListed = end.sends.only?.some((other) => formatPrefix(other) === formatPrefix(prefix)) ?? false;
    return tells(
      end,
      isInternal,
      {
        tag: route.tag,
        cameFromThere: route.session === sessionId,
        cameFromInside: route.origin === "IBgp",
      },
      { family: prefix.family, isDefaultRoute: prefix.length === 0, listed: isListed },
    );
  }
}

/** Nothing while the instance is down. `listsItself`: as VPN gateways do, in the state `Unknown`; ExpressRoute gateways do not. */
export function bgpPeers(
  node: NodeId,
  topology: Topology,
  solved: Solved,
  { listsItself }: { readonly listsItself: boolean },
): readonly BgpPeerStatus[] {
  if (!solved.ribs.has(node)) return [];

  const received = countBySession(node, topology, solved);
  const peers = sessionsOf(node, topology).flatMap((session): BgpPeerStatus[] => {
    const ends = endsOf(node, session.id, topology);
    const far = ends && speakerOf(ends.far.node, topology);
    if (ends === undefined || far === undefined) return [];

    return [
      {
        localAddress: ends.own.address,
        neighbor: ends.far.address,
        asn: far.asn,
        state: solved.sessions.get(session.id)?.state ?? "Unknown",
        routesReceived: received.get(session.id) ?? 0,
      },
    ];
  });

  const own = speakerOf(node, topology);
  if (!listsItself || own === undefined) return peers;

  const address = ownAddressOf(node, topology);
  return [
    ...peers,
    { localAddress: address, neighbor: address, asn: own.asn, state: "Unknown", routesReceived: 0 },
  ];
}

function countBySession(
  node: NodeId,
  topology: Topology,
  solved: Solved,
): ReadonlyMap<SessionId | undefined, number> {
  const counts = new Map<SessionId | undefined, number>();
  for (const [, routes] of listed(node, topology, solved))
    for (const { session } of routes) counts.set(session, (counts.get(session) ?? 0) + 1);
  return counts;
}

/** Without what the speaker hides: what it has another way. */
function listed(
  node: NodeId,
  topology: Topology,
  solved: Solved,
): readonly (readonly [string, readonly BgpRoute[]])[] {
  const hidden = new Set(
    (speakerOf(node, topology)?.hides ?? []).map((prefix: Prefix) => formatPrefix(prefix)),
  );
  return Array.from(solved.ribs.get(node)?.routes ?? []).filter(([text]) => !hidden.has(text));
}

function speakerOf(node: NodeId, topology: Topology): Speaker | undefined {
  return topology.nodes.get(node)?.speaker;
}

/** Where it speaks with its own kind, for tunnels may end at other addresses of it. */
function ownAddressOf(node: NodeId, topology: Topology): string | undefined {
  const asn = speakerOf(node, topology)?.asn;
  const ends = sessionsOf(node, topology)
    .map((session) => endsOf(node, session.id, topology))
    .filter((ends) => ends?.own.address !== undefined);
  const inside = ends.find((ends) => ends !== undefined && speakerOf(ends.far.node, topology)?.asn === asn);

  return (inside ?? ends[0])?.own.address ?? speakerOf(node, topology)?.routerId;
}

function sessionsOf(node: NodeId, topology: Topology): readonly Session[] {
  return Array.from(topology.sessions.values()).filter(({ ends }) => ends.some((end) => end.node === node));
}

function endsOf(
  node: NodeId,
  session: SessionId | undefined,
  topology: Topology,
): { readonly own: SessionEnd; readonly far: SessionEnd } | undefined {
  const ends = session === undefined ? undefined : topology.sessions.get(session)?.ends;
  if (ends === undefined) return undefined;

  const [a, b] = ends;
  if (a.node === node) return { own: a, far: b };
  return b.node === node ? { own: b, far: a } : undefined;
}
