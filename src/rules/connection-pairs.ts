import type { EstateIndex } from "../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../model/gateway-connection.ts";

const known = new WeakMap<EstateIndex, ReadonlyMap<string, GatewayConnection>>();

/** Two gateways that are joined: each has a connection to the other. The first is the one that the file has first. */
export function* connectionPairs(
  estate: EstateIndex,
): Iterable<readonly [there: GatewayConnection, back: GatewayConnection]> {
  const seen = new Set<GatewayConnection>();
  for (const connection of allGatewayConnections(estate)) {
    const back = connectionBack(connection, estate);
    if (!back || seen.has(connection) || seen.has(back) || back === connection) continue;
    seen.add(connection).add(back);
    yield [connection, back];
  }
}

/** From the gateway where this one ends to that where it begins. */
export function connectionBack(
  { connectionType, virtualNetworkGateway1, virtualNetworkGateway2 }: GatewayConnection,
  estate: EstateIndex,
): GatewayConnection | undefined {
  if (connectionType !== "Vnet2Vnet") return undefined;
  return byEnds(estate).get(`${virtualNetworkGateway2} ${virtualNetworkGateway1}`);
}

function byEnds(estate: EstateIndex): ReadonlyMap<string, GatewayConnection> {
  const connections =
    known.get(estate) ??
    new Map(
      allGatewayConnections(estate)
        .filter(({ connectionType }) => connectionType === "Vnet2Vnet")
        .map((connection) => [
          `${connection.virtualNetworkGateway1} ${connection.virtualNetworkGateway2}`,
          connection,
        ]),
    );
  known.set(estate, connections);
  return connections;
}
