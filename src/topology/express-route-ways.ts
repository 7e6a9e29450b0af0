import type { EstateIndex } from "../model/estate-index.ts";
import {
  allExpressRouteConnections,
  type ExpressRouteConnection,
} from "../model/express-route-connection.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { LinkId, SessionId } from "../model/topology.ts";
import { type CircuitPath, type PrivateCircuit, privateCircuits } from "./circuit-paths.ts";
import { findStandingGateway, type GatewayInstance, type StandingGateway } from "./gateway-instances.ts";
import { groupBy } from "./group-by.ts";
import { perEstate } from "./per-estate.ts";

/** From one path of a circuit to one instance of a gateway: each connection is four of them. */
export interface ExpressRouteWay {
  readonly link: LinkId;
  readonly session: SessionId;
  readonly connection: ExpressRouteConnection;
  readonly gateway: StandingGateway;
  readonly instance: GatewayInstance;
  readonly circuit: PrivateCircuit;
  readonly path: CircuitPath;
}

export const expressRouteWays = perEstate((estate): readonly ExpressRouteWay[] =>
  allExpressRouteConnections(estate).flatMap((connection) => waysOf(connection, estate)),
);

const byNetwork = perEstate((estate) =>
  groupBy(expressRouteWays(estate), ({ gateway }) => gateway.networkKey),
);
const byCircuit = perEstate((estate) => groupBy(expressRouteWays(estate), ({ circuit }) => circuit.key));

export function waysOfNetwork(networkKey: ResourceId, estate: EstateIndex): readonly ExpressRouteWay[] {
  return byNetwork(estate).get(networkKey) ?? [];
}

export function waysOfCircuit(circuit: ResourceId, estate: EstateIndex): readonly ExpressRouteWay[] {
  return byCircuit(estate).get(circuit) ?? [];
}

/**
 * What an edge calls the routes of one gateway. It never returns them to that gateway: its other instance would take
 * them for a circuit's.
 */
export function tagOfGateway(gatewayKey: ResourceId): string {
  return `gateway ${gatewayKey}`;
}

const tagsByCircuit = perEstate(
  (estate) =>
    new Map(
      [...byCircuit(estate)].map(([circuit, ways]) => [
        circuit,
        [...new Set(ways.map(({ gateway }) => tagOfGateway(gateway.key)))],
      ]),
    ),
);

export function gatewayTagsOn(circuit: ResourceId, estate: EstateIndex): readonly string[] {
  return tagsByCircuit(estate).get(circuit) ?? [];
}

function waysOf(connection: ExpressRouteConnection, estate: EstateIndex): readonly ExpressRouteWay[] {
  const gateway = findStandingGateway(connection.gatewayKey, estate);
  const circuit = privateCircuits(estate).get(connection.circuitKey);
  if (gateway?.gatewayType !== "ExpressRoute" || !circuit) return [];

  const key = keyOf(connection.resource.id);
  return circuit.paths.flatMap((path) =>
    gateway.instances.map((instance) => {
      const link = `${key}#${path.name}-${instance.index}`;
      return { link, session: `${link}/bgp`, connection, gateway, instance, circuit, path };
    }),
  );
}
