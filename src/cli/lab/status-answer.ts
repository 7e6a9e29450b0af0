import type { ConnectionState } from "../../lab/charon-answers.ts";
import type { Deaths } from "../../lab/run/deaths.ts";
import type { LabState } from "../../lab/run/lab-state.ts";
import type { LabStatus, TunnelStatus } from "../../lab/status.ts";
import { nameOfLabId } from "./lab-places.ts";

export type StatusAnswer = ReturnType<typeof statusAnswer>;

/** The answer of `lab status`: the properties are ARM's, `at` says whose they are. */
export function statusAnswer({ name, down }: LabState, { esp, tunnels, routers, deaths }: LabStatus) {
  return {
    format: "isthmus/lab-status",
    version: 1,
    name,
    down: down.map(nameOfLabId),
    ...(esp === undefined ? {} : { esp }),
    ...(deaths.length === 0 ? {} : { deaths: deaths.map(deathsAnswer) }),
    connections: connectionsOf(tunnels),
    bgpPeerStatus: routers.flatMap(({ at, bgpPeerStatus }) =>
      bgpPeerStatus.map(({ session, localAddress, neighbor, asn, state, routesReceived, because }) => ({
        at: nameOfLabId(at),
        session: nameOfLabId(session),
        ...withoutAbsent({ localAddress, neighbor }),
        asn,
        state,
        ...withoutAbsent({ because }),
        routesReceived,
      })),
    ),
    learnedRoutes: routers.flatMap(({ at, learnedRoutes }) =>
      learnedRoutes.map(({ localAddress, nextHop, sourcePeer, network, origin, asPath, weight }) => ({
        at: nameOfLabId(at),
        network,
        ...withoutAbsent({ localAddress, nextHop, sourcePeer }),
        origin,
        asPath,
        weight,
      })),
    ),
  };
}

function deathsAnswer({ daemon, died, restarted, at, how, now }: Deaths) {
  return { program: daemon, died, restarted, lastAt: at.toISOString(), how, now };
}

function withoutAbsent<Key extends string>(texts: Readonly<Record<Key, string | undefined>>) {
  const there: Partial<Record<Key, string>> = {};
  for (const key in texts) {
    const text = texts[key];
    if (text !== undefined) there[key] = text;
  }
  return there;
}

/** Of a connection's tunnels one that works is enough, as in Azure. */
const BEST_FIRST: readonly ConnectionState[] = ["Connected", "Connecting", "NotConnected", "Unknown"];

function connectionsOf(tunnels: readonly TunnelStatus[]) {
  const byConnection = new Map<string, TunnelStatus[]>();
  for (const tunnel of tunnels) {
    const connection = tunnel.link.replace(/#.*$/, "");
    byConnection.set(connection, [...(byConnection.get(connection) ?? []), tunnel]);
  }
  return [...byConnection].map(([connection, ends]) => ({
    name: nameOfLabId(connection),
    connectionStatus: BEST_FIRST.find((state) => statesOf(ends).includes(state)) ?? "Unknown",
    tunnelConnectionStatus: ends.map(
      ({
        link,
        at,
        connectionStatus,
        because,
        ike,
        ipsec,
        ingressBytesTransferred,
        egressBytesTransferred,
      }) => ({
        tunnel: nameOfLabId(link),
        at: nameOfLabId(at),
        connectionStatus,
        ...withoutAbsent({ because, ike, ipsec }),
        ingressBytesTransferred,
        egressBytesTransferred,
      }),
    ),
  }));
}

/** A tunnel is as well as the worse of its ends. */
function statesOf(ends: readonly TunnelStatus[]): readonly ConnectionState[] {
  const byLink = new Map<string, ConnectionState>();
  for (const { link, connectionStatus } of ends) {
    const other = byLink.get(link) ?? connectionStatus;
    const isWorse = BEST_FIRST.indexOf(connectionStatus) > BEST_FIRST.indexOf(other);
    byLink.set(link, isWorse ? connectionStatus : other);
  }
  return [...byLink.values()];
}
