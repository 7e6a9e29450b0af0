import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { flagOf } from "../../model/flag-of.ts";
import { allGatewayConnections, type GatewayConnection } from "../../model/gateway-connection.ts";
import { networkOrGateway, regionOf } from "../../model/gateway-end.ts";
import type { Meter } from "../../model/meter.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import type { Traffic } from "../../model/needs.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { stateOfTunnels } from "../../model/tunnel-state.ts";
import { outboundData, tunnelHours } from "../../model/vpn-meters.ts";
import { type SitesByDevice, sitesByDevice } from "./sites-by-device.ts";

/** One connection for each network and site, with all its tunnels. */
export function recogniseSiteToSite(estate: EstateIndex): readonly RecognisedConnection[] {
  const sites = sitesByDevice(estate);
  const groups = new Map<string, { ends: readonly [ResourceId, string]; tunnels: GatewayConnection[] }>();
  for (const tunnel of allGatewayConnections(estate)) {
    const ends = tunnel.connectionType === "IPsec" ? endsOf(tunnel, sites, estate) : undefined;
    if (!ends) continue;

    const key = ends.join("\n");
    const group = groups.get(key) ?? { ends, tunnels: [] };
    groups.set(key, group);
    group.tunnels.push(tunnel);
  }
  return [...groups.values()].map(({ ends, tunnels }) => connectionOf(ends, tunnels, estate));
}

function endsOf(
  tunnel: GatewayConnection,
  sites: SitesByDevice,
  estate: EstateIndex,
): readonly [ResourceId, string] | undefined {
  const far = sites.siteOf(tunnel) ?? tunnel.localNetworkGateway2;
  if (tunnel.virtualNetworkGateway1 === undefined || far === undefined) return undefined;
  return [networkOrGateway(tunnel.virtualNetworkGateway1, estate), far];
}

function connectionOf(
  ends: readonly [ResourceId, string],
  tunnels: readonly GatewayConnection[],
  estate: EstateIndex,
): RecognisedConnection {
  const local = tunnels.flatMap(({ localNetworkGateway2 }) => {
    const resource = localNetworkGateway2 === undefined ? undefined : estate.find(localNetworkGateway2);
    return resource ? keyOf(resource.id) : [];
  });
  return {
    kind: "site-to-site",
    ends,
    resources: [...new Set([...tunnels.map(({ resource }) => keyOf(resource.id)), ...local])],
    label: areAllPrivate(tunnels) ? "Site-to-Site VPN over private addresses" : "Site-to-Site VPN",
    state: stateOfTunnels(tunnels),
    encrypted: true,
    crossesInternet: !areAllPrivate(tunnels),
    meters: (traffic) => metersOf(ends, tunnels, traffic, estate),
  };
}

/** They end at private addresses: over the private peering of a circuit, and not over the internet. */
function areAllPrivate(tunnels: readonly GatewayConnection[]): boolean {
  return tunnels.every(({ resource }) => flagOf(resource, "useLocalAzureIpAddress") === true);
}

function metersOf(
  [network, site]: readonly [ResourceId, string],
  tunnels: readonly GatewayConnection[],
  traffic: Traffic | undefined,
  estate: EstateIndex,
): readonly Meter[] {
  const [first] = tunnels;
  const gateway = estate.find(first?.virtualNetworkGateway1 ?? "");
  const region = regionOf(first?.resource) ?? regionOf(gateway);
  const far = estate.find(site)?.name ?? (site.startsWith("/") ? nameOfId(site) : site);
  const near = estate.find(network)?.name ?? nameOfId(network);
  return [
    ...tunnels.map((tunnel) => tunnelHours(tunnel.name, region)),
    // What runs over a circuit is billed with the circuit.
    ...(areAllPrivate(tunnels)
      ? []
      : [outboundData(`${near} to ${far}, leaving Azure`, region, traffic?.there)]),
  ];
}
