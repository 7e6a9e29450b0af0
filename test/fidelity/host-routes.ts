import {
  addressAt,
  containsAddress,
  formatAddress,
  formatPrefix,
  parseAddress,
  parsePrefix,
} from "../../src/ip/index.ts";
import type { Host } from "./lab.ts";
import type { HostRoute } from "./predict-host.ts";
import type { RecordedRow } from "./recording.ts";

const DEFAULT_ROUTE = "0.0.0.0/0";
/** What Azure's DHCP hands out beside the default route: its own services. */
const BY_DHCP = [DEFAULT_ROUTE, "168.63.129.16/32", "169.254.169.254/32"];
const DISTANCE_OF_STATIC = 1;
const DISTANCE_OF_EBGP = 20;

/** `show ip route` of FRRouting 7.2: connected, from the kernel, static, and what BGP puts in. */
export function hostRoutes(host: Host, heard: readonly HostRoute[]): readonly RecordedRow[] {
  const connected = connectedOf(host);
  const kernel = kernelOf(host);
  const nearer = [...connected, ...kernel].map(({ prefix }) => prefix);
  const statics = host.staticRoutes.map((route) =>
    staticOf(route, host, !nearer.includes(normal(route.prefix))),
  );
  const taken = new Set([...nearer, ...statics.map(({ prefix }) => prefix)]);
  return [
    ...connected,
    ...kernel,
    ...statics,
    ...byPrefix(heard).flatMap(([prefix, routes]) => bgpRows(prefix, routes, host, !taken.has(prefix))),
  ].map((row) => ({ ...blank, ...row }));
}

const blank = {
  selected: true,
  fib: true,
  distance: null,
  metric: null,
  nextHop: null,
  recursive: false,
  src: null,
};

function connectedOf(host: Host) {
  return [
    ...host.interfaces.map(({ subnet }, index) => ({
      code: "C",
      prefix: normal(subnet),
      interface: `eth${index}`,
    })),
    ...host.tunnels.map((tunnel) => ({
      code: "C",
      prefix: normal(`${tunnel.remoteBgpAddress}/32`),
      interface: tunnel.interface,
    })),
    ...(host.loopback === undefined
      ? []
      : [{ code: "C", prefix: normal(`${host.loopback}/32`), interface: "lo" }]),
  ];
}

function kernelOf(host: Host) {
  const [first] = host.interfaces;
  const subnet = first && parsePrefix(first.subnet);
  // Azure's router is the first address of every subnet.
  const router = subnet && addressAt(subnet, 1);
  if (!first || !router) return [];
  return BY_DHCP.map((prefix) => ({
    code: "K",
    prefix,
    distance: 0,
    metric: 100,
    nextHop: formatAddress(router),
    interface: "eth0",
    src: first.address,
  }));
}

function staticOf({ prefix, via }: Host["staticRoutes"][number], host: Host, wins: boolean) {
  const isAddress = parseAddress(via) !== undefined;
  return {
    code: "S",
    prefix: normal(prefix),
    selected: wins,
    fib: wins,
    distance: DISTANCE_OF_STATIC,
    metric: 0,
    nextHop: isAddress ? via : null,
    interface: isAddress ? (interfaceTo(via, host) ?? null) : via,
  };
}

function byPrefix(heard: readonly HostRoute[]): readonly (readonly [string, readonly HostRoute[]])[] {
  const groups = new Map<string, HostRoute[]>();
  for (const route of heard) {
    if (route.neighbor === undefined || route.status === "*") continue;
    const group = groups.get(route.prefix);
    if (group) group.push(route);
    else groups.set(route.prefix, [route]);
  }
  return [...groups];
}

/** A next hop that a static route leads to stands there twice: as it was heard, and as it was found. */
function bgpRows(prefix: string, routes: readonly HostRoute[], host: Host, wins: boolean) {
  const row = { code: "B", prefix, selected: wins, distance: DISTANCE_OF_EBGP, metric: 0 };
  const used = new Set<string>();
  return routes.flatMap(({ neighbor = "" }) => {
    const attached = attachedTo(neighbor, host);
    if (attached !== undefined) {
      used.add(neighbor);
      return [{ ...row, fib: wins, nextHop: neighbor, interface: attached }];
    }
    const found = foundBy(neighbor, host);
    if (found === undefined)
      return [{ ...row, selected: false, fib: false, nextHop: neighbor, interface: null }];

    const isNew = !used.has(found.via);
    used.add(found.via);
    return [
      { ...row, fib: false, nextHop: neighbor, recursive: true, interface: null },
      { ...row, fib: wins && isNew, nextHop: found.via, interface: found.interface },
    ];
  });
}

function attachedTo(address: string, host: Host): string | undefined {
  return (
    host.tunnels.find(({ remoteBgpAddress }) => remoteBgpAddress === address)?.interface ??
    interfaceTo(address, host)
  );
}

/** The longest static route to it, or the default route. */
function foundBy(
  neighbor: string,
  host: Host,
): { readonly via: string; readonly interface: string | null } | undefined {
  const address = parseAddress(neighbor);
  const [best] = host.staticRoutes
    .flatMap((route) => {
      const prefix = parsePrefix(route.prefix);
      return address && prefix && containsAddress(prefix, address)
        ? [{ via: route.via, length: prefix.length }]
        : [];
    })
    .toSorted((a, b) => b.length - a.length);
  return best && { via: best.via, interface: interfaceTo(best.via, host) ?? null };
}

function interfaceTo(via: string, host: Host): string | undefined {
  const address = parseAddress(via);
  const index = host.interfaces.findIndex(({ subnet }) => {
    const prefix = parsePrefix(subnet);
    return address && prefix ? containsAddress(prefix, address) : false;
  });
  return index < 0 ? undefined : `eth${index}`;
}

function normal(text: string): string {
  const prefix = parsePrefix(text);
  return prefix ? formatPrefix(prefix) : text;
}
