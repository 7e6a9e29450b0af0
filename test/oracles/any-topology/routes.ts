import type { ValueObject } from "../../../src/model/unknown.ts";
import type { Hop } from "./appliances.ts";
import type { Draw } from "./draw.ts";
import type { Network, Subnet } from "./networks.ts";
import { type Growing, ref } from "./parts.ts";
import type { Peered } from "./peerings.ts";

/** Route tables on some subnets, with routes of every kind to what is near, far and nowhere. */
export function addRouteTables(
  estate: Growing,
  networks: readonly Network[],
  peered: readonly Peered[],
  hops: readonly Hop[],
  sitePrefixes: readonly string[],
): void {
  if (!estate.has("userRoutes")) return;
  for (const network of networks) {
    const near = [network, ...peersOf(network, peered)];
    const reachable = hops.filter((hop) => near.includes(hop.network));
    for (const subnet of network.subnets) {
      const draw = estate.draw(`routes ${subnet.path}`);
      if (subnet.name === "RouteServerSubnet" || !draw.chance(0.45)) continue;
      const atGateway = subnet.name === "GatewaySubnet";
      if (atGateway && !estate.has("userRoutesAtGateways")) continue;
      const destinations = atGateway
        ? peersOf(network, peered).flatMap(({ ranges }) => ranges.slice(0, 1))
        : destinationsOf(network, subnet, networks, sitePrefixes);
      addTable(estate, subnet, draw, draw.some(destinations, 0.35), reachable, atGateway);
    }
  }
}

function peersOf(network: Network, peered: readonly Peered[]): readonly Network[] {
  return peered.flatMap(({ one, other }) => (one === network ? [other] : other === network ? [one] : []));
}

function destinationsOf(
  network: Network,
  subnet: Subnet,
  networks: readonly Network[],
  sites: readonly string[],
): readonly string[] {
  const ipv6 = network.dual ? ["::/0"] : [];
  return [
    ...new Set([
      "0.0.0.0/0",
      "10.0.0.0/8",
      `10.${network.octet}.0.0/16`,
      subnet.prefix,
      ...networks.map(({ octet }) => `10.${octet}.0.0/16`),
      ...sites,
      "8.8.8.0/24",
      "20.60.1.0/24",
      ...ipv6,
    ]),
  ];
}

function addTable(
  estate: Growing,
  subnet: Subnet,
  draw: Draw,
  prefixes: readonly string[],
  hops: readonly Hop[],
  atGateway: boolean,
): void {
  const path = `routeTables/${subnet.path.split("/")[1]}-${subnet.name}-rt`;
  const off = draw.chance(0.2) && !atGateway && estate.has("propagationOff");
  estate.add(path, { disableBgpRoutePropagation: off }, { location: "westeurope" });
  for (const [index, addressPrefix] of prefixes.entries()) {
    estate.add(`${path}/routes/r${index}`, {
      addressPrefix,
      ...nextHop(draw, addressPrefix, hops, atGateway),
    });
  }
  estate.extend(subnet.id, { routeTable: ref(path) });
}

function nextHop(draw: Draw, prefix: string, hops: readonly Hop[], atGateway: boolean): ValueObject {
  const roll = draw.below(100);
  const toAppliance = hops.length > 0 && !prefix.includes(":");
  if (toAppliance && (roll < 55 || atGateway))
    return { nextHopType: "VirtualAppliance", nextHopIpAddress: draw.pick(hops).address };
  if (atGateway) return { nextHopType: "None" };
  if (roll < 65) return { nextHopType: "VirtualNetworkGateway" };
  if (roll < 75) return { nextHopType: "VnetLocal" };
  return { nextHopType: roll < 88 ? "None" : "Internet" };
}
