import type { EstateIndex } from "../model/estate-index.ts";
import type { Needs } from "../model/topology.ts";
import { waysOfNetwork } from "./express-route-ways.ts";
import type { SiteTunnel } from "./vpn-tunnels.ts";

/**
 * What a tunnel between private addresses runs over: any circuit that leads to its site, else any of its network. Both
 * the way from the gateway to the edge and that from the edge to the provider must be there.
 */
export function pathBelow(tunnel: SiteTunnel, estate: EstateIndex): Needs {
  const { ways, leadToSite } = waysBelow(tunnel, estate);
  if (ways.length === 0) return [];

  const links = ways.map(({ link }) => link);
  const beyond = new Set(ways.flatMap(({ circuit, path }) => (circuit.router ? [path.link] : [])));
  return !leadToSite || tunnel.far.place.isPlayed ? [links] : [links, [...beyond]];
}

/** Of the widest circuit; `undefined` where one does not say. */
export function bandwidthBelow(tunnel: SiteTunnel, estate: EstateIndex): number | undefined {
  const figures = waysBelow(tunnel, estate).ways.map(({ circuit }) => circuit.circuit.bandwidthMbps);
  const known = figures.filter((figure) => figure !== undefined);
  return known.length > 0 && known.length === figures.length ? Math.max(...known) : undefined;
}

function waysBelow({ gateway, far }: SiteTunnel, estate: EstateIndex) {
  const all = waysOfNetwork(gateway.networkKey, estate);
  const toSite = all.filter(
    ({ circuit }) => circuit.router?.site?.toLowerCase() === far.place.name.toLowerCase(),
  );
  return { ways: toSite.length > 0 ? toSite : all, leadToSite: toSite.length > 0 };
}
