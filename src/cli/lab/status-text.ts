import { columns } from "../columns.ts";
import { count } from "../count.ts";
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
    down.length === 0 ? `${name}: nothing is taken down.` : `${name}: taken down: ${down.join(", ")}.`,
    ...deathLines(answer).map(bold),
    ...esp,
    ...section(
      bold("Connections"),
      ["Name", "connectionStatus"],
      connections.map((one) => [one.name, one.connectionStatus]),
    ),
    ...section(
      bold("Tunnels"),
      ["Tunnel", "At", "connectionStatus", "Bytes in", "Bytes out", "IPsec", "Because"],
      tunnels.map((one) => [
        one.tunnel,
        one.at,
        one.connectionStatus,
        one.ingressBytesTransferred.toLocaleString("en"),
        one.egressBytesTransferred.toLocaleString("en"),
        one.ipsec ?? "",
        one.because ?? "",
      ]),
    ),
    ...section(
      bold("BGP peers"),
      ["At", "Neighbor", "ASN", "State", "Received", "Session", "Because"],
      bgpPeerStatus.map((one) => [
        one.at,
        one.neighbor ?? "",
        String(one.asn),
        one.state,
        String(one.routesReceived),
        one.session,
        one.because ?? "",
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

const NOW = {
  runs: "it runs",
  starts: "it is being started",
  gaveUp: "it died too often and is left dead: `isthmus lab up` starts it again",
} as const;

function deathLines(answer: StatusAnswer): readonly string[] {
  const deaths = "deaths" in answer ? answer.deaths : [];
  return deaths.map(({ program, died, restarted, lastAt, how, now }) => {
    const when = `${lastAt.slice(11, 19)} UTC`;
    const times = `died ${count(died, "time")}, last at ${when} (${how}), and was restarted ${count(restarted, "time")}`;
    return `${program} ${times}; ${NOW[now]}.`;
  });
}

function section(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return rows.length === 0 ? [] : ["", title, ...columns([heads, ...rows])];
}
