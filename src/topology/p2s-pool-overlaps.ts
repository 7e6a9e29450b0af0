import { vpnClientAddressPoolOverlaps } from "../azure/point-to-site-address-pools.ts";
import { contains, formatPrefix, overlaps, type Prefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import { virtualNetworkOf } from "../model/virtual-network.ts";
import { type UserGroup, userGroups } from "./p2s-groups.ts";
import { rangesOfNetwork, remoteRanges } from "./peered-ranges.ts";
import { peeringsByNetwork } from "./peering-halves.ts";
import { tunnelsOfInstance, writtenPrefixes } from "./vpn-tunnels.ts";
import { networkTunnelsOf } from "./vpn-vnet-to-vnet.ts";

/** A range that the pool shares addresses with. */
interface Taken {
  readonly range: Prefix;
  readonly of: string;
}

/**
 * Azure refuses a gateway whose pool lies in its own network, in so many words: "The virtual network gateway's VPN client
 * address pool overlaps with the virtual network's address space." So nobody ever dials in.
 */
export function refusedPool(group: UserGroup, estate: EstateIndex): string | undefined {
  const { name, networkKey } = group.gateway;
  const found = firstOverlap(
    group.pool,
    rangesOfNetwork(networkKey, estate).map((range) => ({ range, of: "its own network" })),
  );
  return found && `Azure refuses the client address pool ${found.pool} of ${name}: it overlaps ${found.with}`;
}

/** Of all other overlaps it says that they must not be, and not what becomes of them. */
export function unclearPool(group: UserGroup, estate: EstateIndex): string | undefined {
  const { name, gateway, pool } = group;
  const found = firstOverlap(pool, [
    ...ofPeers(group, estate),
    ...ofSites(group, estate),
    ...ofNeighbours(group, estate),
  ]);
  return (
    found &&
    `what ${name} reach is not known: the client address pool ${found.pool} of ${gateway.name} overlaps ${found.with}. ${vpnClientAddressPoolOverlaps.value}`
  );
}

function firstOverlap(pool: readonly Prefix[], taken: readonly Taken[]) {
  for (const own of pool)
    for (const { range, of } of taken)
      if (overlaps(own, range)) return { pool: formatPrefix(own), with: `${formatPrefix(range)} of ${of}` };
  return undefined;
}

function ofPeers({ gateway }: UserGroup, estate: EstateIndex): readonly Taken[] {
  return (peeringsByNetwork(estate).get(gateway.networkKey) ?? [])
    .filter(({ brokenBecause }) => brokenBecause === undefined)
    .flatMap((peering) =>
      remoteRanges(peering, estate).map((range) => ({ range, of: nameOf(peering.half.remoteKey, estate) })),
    );
}

/** As they are written down. A wider one, such as the whole internet, leaves the pool to its users. */
function ofSites({ gateway, pool }: UserGroup, estate: EstateIndex): readonly Taken[] {
  return gateway.instances
    .flatMap(({ node }) => tunnelsOfInstance(node, estate))
    .flatMap((tunnel) => writtenPrefixes(tunnel).map((range) => ({ range, of: tunnel.local.name })))
    .filter(({ range }) => pool.some((own) => contains(own, range)));
}

/** Of gateways whose networks are peered with this one's, or a tunnel away. */
function ofNeighbours({ gateway }: UserGroup, estate: EstateIndex): readonly Taken[] {
  const peered = (peeringsByNetwork(estate).get(gateway.networkKey) ?? []).map(({ half }) => half.remoteKey);
  const tunnelled = gateway.instances
    .flatMap(({ node }) => networkTunnelsOf(node, estate))
    .map(({ far }) => far.gateway.networkKey);
  const near = new Set([...peered, ...tunnelled]);
  return userGroups(estate)
    .filter((other) => other.gateway.key !== gateway.key && near.has(other.gateway.networkKey))
    .flatMap((other) => other.pool.map((range) => ({ range, of: `the pool of ${other.gateway.name}` })));
}

function nameOf(networkKey: ResourceId, estate: EstateIndex): string {
  const resource = estate.find(networkKey);
  return resource ? virtualNetworkOf(resource).name : "a peered network";
}
