import { formatBandwidth } from "../../model/bandwidth.ts";
import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import {
  type ExpressRouteCircuit,
  isPrivatePeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import {
  allExpressRouteConnections,
  type ExpressRouteConnection,
} from "../../model/express-route-connection.ts";
import { findExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import type { Resource, ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { metersOf } from "./meters.ts";
import { siteOfCircuit } from "./site-of-circuit.ts";

/** One connection for each network and far side: several circuits of one site are ways of the same connection. */
export function recogniseExpressRoute(estate: EstateIndex): readonly RecognisedConnection[] {
  const groups = new Map<string, Group>();
  for (const connection of allExpressRouteConnections(estate)) {
    const network = findExpressRouteGateway(connection.gatewayKey, estate)?.networkKey;
    if (network === undefined) continue;

    const far = siteOfCircuit(connection, estate) ?? connection.circuitKey;
    const key = `${network}\n${far}`;
    const group = groups.get(key);
    if (group) group.connections.push(connection);
    else groups.set(key, { ends: [network, far], connections: [connection] });
  }
  return [...groups.values()].map((group) => connectionOf(group, estate));
}

interface Group {
  readonly ends: readonly [ResourceId, ResourceId];
  readonly connections: ExpressRouteConnection[];
}

function connectionOf({ ends, connections }: Group, estate: EstateIndex): RecognisedConnection {
  const states = connections.map((connection) => stateOf(connection, estate));
  return {
    kind: "expressroute",
    ends,
    resources: resourcesOf(connections, estate),
    label: labelOf(connections),
    state: states.every((state) => state === states[0]) ? (states[0] ?? "up") : "partial",
    encrypted: false,
    crossesInternet: false,
    meters: (traffic) => metersOf(connections, traffic),
  };
}

/** The connections, and the gateway and the circuits that they share with others, as far as the estate has them. */
function resourcesOf(
  connections: readonly ExpressRouteConnection[],
  estate: EstateIndex,
): readonly ResourceId[] {
  const keys = [
    ...connections.map(({ resource }) => keyOf(resource.id)),
    ...connections.flatMap(({ gatewayKey, circuitKey }) => [gatewayKey, circuitKey]),
  ];
  return [...new Set(keys)].filter((key) => estate.find(key));
}

function labelOf(connections: readonly ExpressRouteConnection[]): string {
  const bandwidths = connections.flatMap(({ circuit }) => circuit?.bandwidthMbps ?? []);
  const isKnown = bandwidths.length === connections.length;
  return ["ExpressRoute", ...(isKnown ? [bandwidths.map(formatBandwidth).join(" + ")] : [])].join(" ");
}

/** Up unless something says otherwise: what is planned says nothing yet. */
function stateOf(
  { resource, circuit }: ExpressRouteConnection,
  estate: EstateIndex,
): RecognisedConnection["state"] {
  const status = stateAt(resource, "connectionStatus");
  if (status === "notconnected" || (circuit && isCircuitDown(circuit, estate))) return "down";
  return status === "connecting" ? "partial" : "up";
}

function isCircuitDown(circuit: ExpressRouteCircuit, estate: EstateIndex): boolean {
  const provider = stateAt(circuit.resource, "serviceProviderProvisioningState");
  if (provider !== undefined && provider !== "provisioned") return true;

  const own = peeringsOfCircuit(circuit, estate).filter(isPrivatePeering);
  return own.length > 0 && own.every((peering) => stateAt(peering.resource, "state") === "disabled");
}

function stateAt(resource: Resource, property: string): string | undefined {
  return textOf(propertyOf(resource, property))?.toLowerCase();
}
