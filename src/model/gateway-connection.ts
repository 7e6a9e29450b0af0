import type { EstateIndex } from "./estate-index.ts";
import { flagOf } from "./flag-of.ts";
import { propertyOf, textOf } from "./properties.ts";
import type { Resource, ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";

export const GATEWAY_CONNECTION = "Microsoft.Network/connections";

const CONNECTION_TYPES = ["IPsec", "Vnet2Vnet", "ExpressRoute", "VPNClient"] as const;

/** ARM's `connections`: what joins a gateway to another, to a site's device or to a circuit. */
export interface GatewayConnection {
  readonly resource: Resource;
  readonly name: string;
  /** `IPsec`, `Vnet2Vnet`, `ExpressRoute` or `VPNClient`, in Azure's spelling where it is one of them. */
  readonly connectionType: string | undefined;
  readonly virtualNetworkGateway1: ResourceId | undefined;
  /** Only between two gateways. */
  readonly virtualNetworkGateway2: ResourceId | undefined;
  /** Only to a site. */
  readonly localNetworkGateway2: ResourceId | undefined;
  /** False where the file is silent, as Azure has it; `undefined` where nobody knows. */
  readonly enableBgp: boolean | undefined;
}

interface Connections {
  readonly all: readonly GatewayConnection[];
  readonly byGateway: ReadonlyMap<ResourceId, readonly GatewayConnection[]>;
  readonly byLocalNetworkGateway: ReadonlyMap<ResourceId, readonly GatewayConnection[]>;
}

const known = new WeakMap<EstateIndex, Connections>();

export function allGatewayConnections(estate: EstateIndex): readonly GatewayConnection[] {
  return connectionsIn(estate).all;
}

/** Those that begin at this gateway. */
export function connectionsOf(gateway: Resource, estate: EstateIndex): readonly GatewayConnection[] {
  return connectionsIn(estate).byGateway.get(keyOf(gateway.id)) ?? [];
}

export function connectionsTo(
  localNetworkGateway: Resource,
  estate: EstateIndex,
): readonly GatewayConnection[] {
  return connectionsIn(estate).byLocalNetworkGateway.get(keyOf(localNetworkGateway.id)) ?? [];
}

/** Whether it is a tunnel of a VPN gateway. */
export function isTunnel({ connectionType }: GatewayConnection): boolean {
  return connectionType === "IPsec" || connectionType === "Vnet2Vnet";
}

function connectionsIn(estate: EstateIndex): Connections {
  const connections = known.get(estate) ?? readConnections(estate);
  known.set(estate, connections);
  return connections;
}

function readConnections(estate: EstateIndex): Connections {
  const all = estate.all(GATEWAY_CONNECTION).map(readConnection);
  return {
    all,
    byGateway: groupBy(all, ({ virtualNetworkGateway1 }) => virtualNetworkGateway1),
    byLocalNetworkGateway: groupBy(all, ({ localNetworkGateway2 }) => localNetworkGateway2),
  };
}

function readConnection(resource: Resource): GatewayConnection {
  const connectionType = textOf(propertyOf(resource, "connectionType"));
  return {
    resource,
    name: resource.name,
    connectionType:
      CONNECTION_TYPES.find((type) => type.toLowerCase() === connectionType?.toLowerCase()) ?? connectionType,
    virtualNetworkGateway1: idAt(resource, "virtualNetworkGateway1"),
    virtualNetworkGateway2: idAt(resource, "virtualNetworkGateway2"),
    localNetworkGateway2: idAt(resource, "localNetworkGateway2"),
    enableBgp: flagOf(resource, "enableBgp"),
  };
}

function idAt(resource: Resource, property: string): ResourceId | undefined {
  const id = textOf(propertyOf(resource, property, "id"));
  return id === undefined ? undefined : keyOf(id);
}

function groupBy(
  connections: readonly GatewayConnection[],
  keyOfConnection: (connection: GatewayConnection) => ResourceId | undefined,
): ReadonlyMap<ResourceId, readonly GatewayConnection[]> {
  const groups = new Map<ResourceId, GatewayConnection[]>();
  for (const connection of connections) {
    const key = keyOfConnection(connection);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(connection);
    else groups.set(key, [connection]);
  }
  return groups;
}
