import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../../model/gateway-connection.ts";
import { networkOrGateway } from "../../model/gateway-end.ts";
import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { stateOfTunnels } from "../../model/tunnel-state.ts";
import { metersOf } from "./meters.ts";

type Gateways = readonly [from: ResourceId, to: ResourceId];

interface Pair {
  /** As the first of its connections has them. */
  readonly gateways: Gateways;
  readonly there: GatewayConnection[];
  readonly back: GatewayConnection[];
}

/** One connection for each pair of gateways that at least one of them names. */
export function recogniseVnetToVnet(estate: EstateIndex): readonly RecognisedConnection[] {
  const pairs = new Map<string, Pair>();
  for (const connection of allGatewayConnections(estate)) {
    const gateways = gatewaysOf(connection);
    if (!gateways) continue;

    const key = [...gateways].sort().join(" ");
    const pair = pairs.get(key) ?? { gateways, there: [], back: [] };
    pairs.set(key, pair);
    const way = pair.gateways[0] === gateways[0] ? pair.there : pair.back;
    way.push(connection);
  }
  return [...pairs.values()].map((pair) => connectionOf(pair, estate));
}

function gatewaysOf(connection: GatewayConnection): Gateways | undefined {
  const { connectionType, virtualNetworkGateway1: from, virtualNetworkGateway2: to } = connection;
  return connectionType === "Vnet2Vnet" && from !== undefined && to !== undefined ? [from, to] : undefined;
}

function connectionOf({ gateways, there, back }: Pair, estate: EstateIndex): RecognisedConnection {
  const [from, to] = gateways;
  const all = [...there, ...back];
  return {
    kind: "vnet-to-vnet",
    ends: [networkOrGateway(from, estate), networkOrGateway(to, estate)],
    resources: all.map(({ resource }) => keyOf(resource.id)),
    label: "VNet-to-VNet VPN",
    state: back.length > 0 ? stateOfTunnels(all) : stateOfOneWay(to, estate),
    encrypted: true,
    crossesInternet: false,
    meters: (traffic) => metersOf(gateways, all, traffic, estate),
  };
}

/** The other half may stand where the far gateway does: outside the estate. */
function stateOfOneWay(farGateway: ResourceId, estate: EstateIndex): RecognisedConnection["state"] {
  const gateway = estate.find(farGateway);
  return gateway && !gateway.existing ? "down" : "partial";
}
