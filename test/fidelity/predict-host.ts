import { compareAddresses, formatPrefix, parseAddress } from "../../src/ip/index.ts";
import type { BgpRoute } from "../../src/routing/solved.ts";
import { devicesOf } from "./find-down.ts";
import { hostRoutes } from "./host-routes.ts";
import type { Host, Lab } from "./lab.ts";
import { same } from "./lab-json.ts";
import type { SolvedLab } from "./predict-tables.ts";
import type { RecordedRow } from "./recording.ts";

/** Records name hosts without what the author puts before all his names. */
export function withoutPrefix(name: string, { namePrefix }: Lab): string {
  const rest = name.toLowerCase().startsWith(namePrefix.toLowerCase()) ? name.slice(namePrefix.length) : name;
  return rest.replace(/^-/, "");
}

function hostCalled(owner: string, lab: Lab): Host | undefined {
  return lab.hosts.find(({ name }) => same(name, owner) || same(withoutPrefix(name, lab), owner));
}

/** A route that a host heard, or its own. */
export interface HostRoute {
  readonly prefix: string;
  readonly status: "*>" | "*=" | "*";
  /** Absent for what the host says itself. */
  readonly neighbor?: string;
  readonly asPath: readonly number[];
}

export function predictHostBgp(owner: string, lab: SolvedLab): readonly RecordedRow[] | undefined {
  const host = hostCalled(owner, lab.lab);
  return (
    host &&
    heardBy(host, lab).map(({ prefix, status, neighbor, asPath }) => ({
      status,
      network: prefix,
      nextHop: neighbor ?? "0.0.0.0",
      metric: neighbor === undefined ? 0 : null,
      locPrf: (neighbor === undefined ? undefined : host.localPreferences[neighbor]) ?? null,
      // FRRouting's weight of what it says itself.
      weight: neighbor === undefined ? 32768 : 0,
      asPath: asPath.join(" "),
      origin: "i",
    }))
  );
}

export function predictHostRoutes(owner: string, lab: SolvedLab): readonly RecordedRow[] | undefined {
  const host = hostCalled(owner, lab.lab);
  return host && hostRoutes(host, heardBy(host, lab));
}

export function predictHostInterfaces(owner: string, lab: SolvedLab): readonly RecordedRow[] | undefined {
  const host = hostCalled(owner, lab.lab);
  if (!host) return undefined;

  return [
    ...host.interfaces.map(({ address, subnet }, index) =>
      interfaceRow(`eth${index}`, `${address}/${subnet.slice(subnet.indexOf("/") + 1)}`),
    ),
    // Linux makes this one with the first tunnel, and it stays down.
    ...(host.tunnels.length === 0 ? [] : [interfaceRow("ip_vti0", null, "down")]),
    ...(host.loopback === undefined ? [] : [interfaceRow("lo", `${host.loopback}/32`)]),
    ...host.tunnels.map((tunnel) =>
      interfaceRow(
        tunnel.interface,
        tunnel.insideAddress === undefined ? null : `${tunnel.insideAddress}/32`,
      ),
    ),
  ];
}

function interfaceRow(name: string, address: string | null, status = "up"): RecordedRow {
  return { interface: name, status, vrf: "default", address };
}

function heardBy(host: Host, { lab, topology, solved }: SolvedLab): readonly HostRoute[] {
  // An appliance that is no site's device speaks beside its interface.
  const ids = devicesOf(host.name, lab).flatMap((id) => [id, `${id}#bgp`]);
  const [node = ""] = ids.filter((id) => solved.ribs.has(id));
  const neighborOf = (route: BgpRoute) =>
    topology.sessions.get(route.session ?? "")?.ends.find((end) => end.node !== node)?.address;
  return (
    [...(solved.ribs.get(node)?.routes.values() ?? [])]
      // What it has by a static route, and tells nobody, is not in BGP.
      .map((routes) =>
        routes.filter(
          ({ prefix, session, tag }) => prefix.family === 4 && (session !== undefined || tag === "site"),
        ),
      )
      .flatMap((routes) => {
        const [first] = routes
          .filter(({ best }) => best)
          .toSorted((a, b) => byAddress(neighborOf(a), neighborOf(b)));
        return routes.map((route): HostRoute => {
          const neighbor = route.session === undefined ? undefined : neighborOf(route);
          const status = route === first ? "*>" : route.best ? "*=" : "*";
          return {
            prefix: formatPrefix(route.prefix),
            status,
            asPath: route.asPath,
            ...(neighbor === undefined ? {} : { neighbor }),
          };
        });
      })
  );
}

/** Between equal routes FRRouting marks the one of the lowest neighbour. */
function byAddress(a: string | undefined, b: string | undefined): number {
  const [left, right] = [parseAddress(a ?? "0.0.0.0"), parseAddress(b ?? "0.0.0.0")];
  return left && right ? compareAddresses(left, right) : 0;
}
