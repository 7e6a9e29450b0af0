import { operatingSystemNamed } from "../azure/point-to-site-protocols.ts";
import { formatPrefix, type Prefix, parsePrefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { P2sUsers } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import type { LayerId, LinkId, NodeId, TableId } from "../model/topology.ts";
import {
  allVpnClientConfigurations,
  usersOf,
  type VpnClientConfiguration,
} from "../model/vpn-client-configuration.ts";
import type { Origin } from "../source/origin.ts";
import { findStandingGateway, type StandingGateway } from "./gateway-instances.ts";
import { groupBy } from "./group-by.ts";
import { perEstate } from "./per-estate.ts";

/** People who dial in to a gateway: those that the estate tells of, or whoever has an address of the pool. */
export interface UserGroup {
  readonly node: NodeId;
  readonly name: string;
  readonly gateway: StandingGateway;
  readonly configuration: VpnClientConfiguration;
  readonly users: P2sUsers | undefined;
  readonly pool: readonly Prefix[];
  /** The part of the pool that no earlier group has: to it the gateway sends what is for these addresses. */
  readonly ownPool: readonly Prefix[];
  readonly table: TableId;
  readonly learned: LayerId;
  /** One an instance of the gateway, in their order. */
  readonly links: readonly LinkId[];
  readonly origin: Origin;
}

export const userGroups = perEstate((estate): readonly UserGroup[] => {
  const nodes = new Set<NodeId>();
  return allVpnClientConfigurations(estate).flatMap((configuration) => {
    const gateway = findStandingGateway(configuration.resource.id, estate);
    return gateway?.gatewayType === "Vpn" ? groupsIn(configuration, gateway, nodes, estate) : [];
  });
});

const byGateway = perEstate((estate) => groupBy(userGroups(estate), ({ gateway }) => gateway.key));

export function groupsOfGateway(gateway: ResourceId, estate: EstateIndex): readonly UserGroup[] {
  return byGateway(estate).get(gateway) ?? [];
}

/** Windows clients hear of nothing beyond the gateway's network and its peers until somebody adds it. */
export function isWindows({ users }: UserGroup): boolean {
  return (
    users !== undefined &&
    users.os.length > 0 &&
    users.os.every((name) => operatingSystemNamed(name) === "Windows")
  );
}

function groupsIn(
  configuration: VpnClientConfiguration,
  gateway: StandingGateway,
  nodes: Set<NodeId>,
  estate: EstateIndex,
): readonly UserGroup[] {
  const told = usersOf(configuration, estate);
  const taken = new Set<string>();
  return (told.length === 0 ? [undefined] : told).map((users): UserGroup => {
    const name = users?.name ?? configuration.name;
    const pool = poolOf(configuration, users);
    const ownPool = pool.filter((prefix) => !taken.has(formatPrefix(prefix)));
    for (const prefix of pool) taken.add(formatPrefix(prefix));
    const node = freeNode(name, gateway, nodes);
    return {
      node,
      name,
      gateway,
      configuration,
      users,
      pool,
      ownPool,
      table: `${node}/routes`,
      learned: `${node}/learned`,
      links: gateway.instances.map(({ index }) => `${gateway.key}/${name.toLowerCase()}#${index}`),
      origin: users?.origin ?? configuration.resource.origin,
    };
  });
}

/** Two gateways may have one name, and one group may dial in to two gateways. */
function freeNode(name: string, gateway: StandingGateway, nodes: Set<NodeId>): NodeId {
  const short = `p2susers/${name.toLowerCase()}`;
  const node = nodes.has(short) ? `${short}@${gateway.key}` : short;
  nodes.add(node);
  return node;
}

function poolOf({ addressPool }: VpnClientConfiguration, users: P2sUsers | undefined): readonly Prefix[] {
  const own = (users?.vpnClientAddressPool ?? []).flatMap((text) => parsePrefix(text) ?? []);
  return own.length > 0 ? own : addressPool.filter(isValid).map(({ prefix }) => prefix);
}
