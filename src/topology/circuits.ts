import { circuitPeerings, circuitProvisioning } from "../azure/expressroute-circuits.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { EXPRESS_ROUTE_CIRCUIT } from "../model/express-route-circuit.ts";
import { flagOf } from "../model/flag-of.ts";
import { propertyOf, textOf } from "../model/properties.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Gap, Layer, Node, Row, Table, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { type CircuitPath, type PrivateCircuit, privateCircuits } from "./circuit-paths.ts";
import { joinsNetworks } from "./circuit-remote-networks.ts";
import { gatewayTagsOn, waysOfCircuit } from "./express-route-ways.ts";
import { assumed, notModelled } from "./gap.ts";
import { tags } from "./gateway-tags.ts";
import { defaultLayer, learnedLayer } from "./layer.ts";
import { rangesOfNetwork } from "./peered-ranges.ts";

/** Microsoft's two routers at the end of each circuit. */
export const expressRouteCircuits: TopologyReader = { reads: EXPRESS_ROUTE_CIRCUIT, read };

/** Above what is learned: FastPath goes past the gateway. */
const FAST_PATH_RANK = 30;

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const circuit of privateCircuits(estate).values()) {
    for (const path of circuit.paths) {
      yield nodeOf(circuit, path, estate);
      yield tableOf(circuit, path, estate);
    }
    yield* fastPathLinks(circuit, estate);
    yield* gapsOf(circuit, estate);
  }
}

function nodeOf({ key, circuit }: PrivateCircuit, path: CircuitPath, estate: EstateIndex): Node {
  const { resource, name, peeringLocation } = circuit;
  return {
    part: "node",
    id: path.edge,
    name: nameOfEdge(name, path),
    role: "microsoftEdge",
    prefixes: [],
    table: path.table,
    forwarding: { does: "yes", stateful: false, sourceNat: false, asOwn: true },
    speaker: {
      asn: circuitPeerings.value.microsoftAsn,
      ...(path.effectiveNextHopIp === undefined ? {} : { routerId: path.effectiveNextHopIp }),
      originates: [],
      refuses: [],
      multipath: true,
      programs: [
        {
          layer: path.learned,
          tags: [...gatewayTagsOn(key, estate), tags.provider, tags.reach],
          nextHop: "via",
          nextHopType: "ExpressRoute",
        },
      ],
      ...(path.prefix === undefined ? {} : { hides: [path.prefix] }),
    },
    needs: [
      [key],
      ...(peeringLocation === undefined ? [] : [[`peeringlocation/${peeringLocation.toLowerCase()}`]]),
    ],
    origin: resource.origin,
  };
}

function nameOfEdge(circuit: string, path: CircuitPath): string {
  return `${circuit}, ${path.name} edge`;
}

function tableOf({ key, circuit }: PrivateCircuit, path: CircuitPath, estate: EstateIndex): Table {
  const rows = fastWays(key, path, estate).flatMap(({ connection, gateway }) => {
    const link = fastPathLink(connection.resource.id, path);
    return rangesOfNetwork(gateway.networkKey, estate).map(
      (prefix): Row => ({
        prefix,
        nextHop: { to: "link", link },
        nextHopType: "FastPath",
        nextHopIpAddresses: [],
        needs: [[link]],
        origin: connection.resource.origin,
      }),
    );
  });
  const fast: Layer = {
    ...defaultLayer(`${path.edge}/fastpath`, rows, { shields: false }),
    rank: FAST_PATH_RANK,
  };
  const layers = [learnedLayer(path.learned), ...(rows.length > 0 ? [fast] : [])];
  const { origin } = circuit.resource;
  return { part: "table", id: path.table, name: nameOfEdge(circuit.name, path), layers, origin };
}

function fastPathLink(connection: string, { name }: CircuitPath): string {
  return `${keyOf(connection)}#${name}-fastpath`;
}

/** One a connection with FastPath, with the sessions of both instances: without them nobody tells of it. */
function fastWays(circuit: string, path: CircuitPath, estate: EstateIndex) {
  const ways = waysOfCircuit(circuit, estate).filter(
    (way) => way.path === path && flagOf(way.connection.resource, "expressRouteGatewayBypass") === true,
  );
  return ways
    .filter(({ instance }) => instance.index === 0)
    .map(({ connection, gateway }) => ({
      connection,
      gateway,
      sessions: ways.filter((way) => way.connection === connection).map(({ session }) => session),
    }));
}

function* fastPathLinks(
  { key, circuit, paths }: PrivateCircuit,
  estate: EstateIndex,
): Iterable<TopologyPart> {
  for (const path of paths) {
    for (const { connection, gateway, sessions } of fastWays(key, path, estate)) {
      const { resource, name } = connection;
      const end = { sends: true, acceptsForwarded: true, origin: resource.origin };
      const { bandwidthMbps } = circuit;
      yield {
        part: "link",
        id: fastPathLink(resource.id, path),
        name: `${name}, ${path.name}, FastPath`,
        medium: "circuit",
        ends: [
          { ...end, node: path.edge, arrivalTable: path.table },
          { ...end, node: gateway.networkKey },
        ],
        crossesInternet: false,
        ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }),
        needs: [[keyOf(resource.id)], sessions],
        origin: resource.origin,
      };
    }
  }
}

/** Why nothing passes between the provider and Azure, if the circuit says so itself. */
export function circuitBrokenBecause({ circuit, peering }: PrivateCircuit): string | undefined {
  const state = textOf(propertyOf(circuit.resource, "serviceProviderProvisioningState"));
  if (state !== undefined && state.toLowerCase() !== circuitProvisioning.value.peeringsNeed.toLowerCase())
    return `the provider has not provisioned ${circuit.name}: it is ${state}`;

  const isOff = peering && textOf(propertyOf(peering.resource, "state"))?.toLowerCase() === "disabled";
  return isOff ? `the private peering of ${circuit.name} is disabled` : undefined;
}

function* gapsOf(circuit: PrivateCircuit, estate: EstateIndex): Iterable<Gap> {
  const { key, peering, router } = circuit;
  const { resource, name } = circuit.circuit;
  const ways = waysOfCircuit(key, estate);
  if (ways.length === 0) return;

  if (!router)
    yield notModelled(resource, `the far side of ${name} is not in the estate: no provider's router has it`);
  if (!peering && !resource.existing)
    yield notModelled(resource, `${name} has no private peering, which gateways need`);
  if (joinsNetworks(key, estate))
    yield assumed(
      resource,
      `networks that meet on ${name} hear each other's ranges, but a gateway takes their packets only with allowRemoteVnetTraffic`,
    );
  const fast = ways.find(
    ({ connection }) => flagOf(connection.resource, "expressRouteGatewayBypass") === true,
  );
  if (fast)
    yield assumed(
      fast.connection.resource,
      "FastPath leads into the gateway's own network alone: packets for peered networks are taken to pass the gateway",
    );
}
