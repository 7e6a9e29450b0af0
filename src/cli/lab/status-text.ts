import { columns } from "../columns.ts";
import type { Style } from "../paint.ts";
import type { StatusAnswer } from "./status-answer.ts";

const ESP = {
  kernel: "the kernel encrypts (ESP)",
  userspace:
    "the program itself encrypts (userspace ESP, kernel-libipsec): throughput is no measure of Azure's",
} as const;

export function statusText(answer: StatusAnswer, { bold }: Style): readonly string[] {
  const { name, down, connections, bgpPeerStatus, learnedRoutes } = answer;
  const esp = "esp" in answer ? [`Tunnels: ${ESP[answer.esp]}.`] : [];
  const tunnels = connections.flatMap(({ tunnelConnectionStatus }) => tunnelConnectionStatus);
  return [
    down.length === 0 ? `${name}: nothing is taken down.` : `${name}: down are ${down.join(", ")}.`,
    ...esp,
    ...section(
      bold("Connections"),
      ["Name", "connectionStatus"],
      connections.map((one) => [one.name, one.connectionStatus]),
    ),
    ...section(
      bold("Tunnels"),
      ["Tunnel", "At", "connectionStatus", "Bytes in", "Bytes out"],
      tunnels.map((one) => [
        one.tunnel,
        one.at,
        one.connectionStatus,
        one.ingressBytesTransferred.toLocaleString("en"),
        one.egressBytesTransferred.toLocaleString("en"),
      ]),
    ),
    ...section(
      bold("BGP peers"),
      ["At", "Neighbor", "ASN", "State", "Received", "Session"],
      bgpPeerStatus.map((one) => [
        one.at,
        one.neighbor ?? "",
        String(one.asn),
        one.state,
        String(one.routesReceived),
        one.session,
      ]),
    ),
    ...section(
      bold("Learned routes"),
      ["At", "Network", "NextHop", "SourcePeer", "Origin", "Weight", "AsPath"],
      learnedRoutes.map((one) => [
        one.at,
        one.network,
        one.nextHop ?? "",
        one.sourcePeer ?? "",
        one.origin,
        String(one.weight),
        one.asPath,
      ]),
    ),
  ];
}

function section(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return rows.length === 0 ? [] : ["", title, ...columns([heads, ...rows])];
}
