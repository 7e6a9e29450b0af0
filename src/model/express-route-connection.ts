import type { Origin } from "../source/origin.ts";
import type { EstateIndex } from "./estate-index.ts";
import { type ExpressRouteCircuit, findExpressRouteCircuit } from "./express-route-circuit.ts";
import { allGatewayConnections } from "./gateway-connection.ts";
import { isReference, referenceOf } from "./reference.ts";
import type { Resource, ResourceId } from "./resource.ts";
import { keyOf } from "./resource-id.ts";

const EXPRESS_ROUTE = "ExpressRoute";

/** A connection from a gateway to a circuit, which says both. */
export interface ExpressRouteConnection {
  readonly resource: Resource;
  readonly name: string;
  readonly gatewayKey: ResourceId;
  readonly circuitKey: ResourceId;
  readonly origin: Origin;
  /** `undefined` where the estate does not hold it. */
  readonly circuit: ExpressRouteCircuit | undefined;
}

const known = new WeakMap<EstateIndex, readonly ExpressRouteConnection[]>();

export function allExpressRouteConnections(estate: EstateIndex): readonly ExpressRouteConnection[] {
  const connections = known.get(estate) ?? readConnections(estate);
  known.set(estate, connections);
  return connections;
}

export function connectionsOfCircuit(
  { resource }: ExpressRouteCircuit,
  estate: EstateIndex,
): readonly ExpressRouteConnection[] {
  const key = keyOf(resource.id);
  return allExpressRouteConnections(estate).filter(({ circuitKey }) => circuitKey === key);
}

/** The connections of a gateway, each circuit once. */
export function circuitsOfGateway(gatewayId: string, estate: EstateIndex): readonly ExpressRouteConnection[] {
  const key = keyOf(gatewayId);
  const byCircuit = new Map<ResourceId, ExpressRouteConnection>();
  for (const connection of allExpressRouteConnections(estate)) {
    if (connection.gatewayKey !== key || byCircuit.has(connection.circuitKey)) continue;
    byCircuit.set(connection.circuitKey, connection);
  }
  return [...byCircuit.values()];
}

function readConnections(estate: EstateIndex): ExpressRouteConnection[] {
  return allGatewayConnections(estate).flatMap((connection) => {
    const { resource, name, connectionType, virtualNetworkGateway1 } = connection;
    const peer = referenceOf(resource, "peer");
    if (connectionType?.toLowerCase() !== EXPRESS_ROUTE.toLowerCase()) return [];
    if (virtualNetworkGateway1 === undefined || !isReference(peer)) return [];

    const circuitKey = keyOf(peer.id);
    const circuit = findExpressRouteCircuit(circuitKey, estate);
    return [{ resource, name, gatewayKey: virtualNetworkGateway1, circuitKey, origin: peer.origin, circuit }];
  });
}
