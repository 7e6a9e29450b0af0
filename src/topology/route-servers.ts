import { bgpWeights } from "../azure/bgp-weights.ts";
import { routeServerBgp } from "../azure/route-server.ts";
import { hostPrefix, parseAddress } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { numberOf } from "../model/number-of.ts";
import { propertyOf, textsOf } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { allRouteServers, type RouteServer } from "../model/route-server.ts";
import type { Gap, Node, NodeId, Session, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { unknownAt } from "../model/unknown-at.ts";
import { sessionsWithAppliances } from "./appliance-sessions.ts";
import { assumed, notModelled } from "./gap.ts";
import { announcedPrefixes, networkOriginations } from "./gateway-announced.ts";
import type { GatewayInstance } from "./gateway-instances.ts";
import { gatewayLayerId } from "./gateway-layer.ts";
import { observedTexts } from "./gateway-observations.ts";
import { learns, sends, toNodes } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { placementIn } from "./placement.ts";
import { gatewaysBeside, isJoining, speaksWithRouteServer, tunnelWeight } from "./route-server-choice.ts";

export const routeServers: TopologyReader = { reads: "Microsoft.Network/virtualHubs", read };

/** One of the two machines that a Route Server is. */
export interface RouteServerInstance {
  readonly node: NodeId;
  readonly index: number;
  readonly address?: string;
}

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const server of allRouteServers(estate)) {
    const { resource, name, networkKey } = server;
    if (networkKey === undefined) {
      yield notModelled(resource, `nobody says in which network the Route Server ${name} stands`);
      continue;
    }
    const instances = instancesOf(server, estate);
    for (const instance of instances) yield nodeOf(server, networkKey, instance, estate);
    yield* sessionsWithAppliances(server, networkKey, instances, estate);
    if (isJoining(server)) yield* sessionsWithGateways(server, networkKey, instances, estate);
    yield* gapsOf(server, networkKey, estate);
  }
}

function instancesOf({ resource }: RouteServer, estate: EstateIndex): readonly RouteServerInstance[] {
  const key = keyOf(resource.id);
  const seen = observedTexts(key, "bgpPeeringAddresses", estate);
  const addresses = seen.length > 0 ? seen : textsOf(propertyOf(resource, "virtualRouterIps"));
  return Array.from({ length: routeServerBgp.value.instances }, (_, index) => {
    const address = addresses[index];
    return { node: `${key}#${index}`, index, ...(address === undefined ? {} : { address }) };
  });
}

function nodeOf(
  { resource, name }: RouteServer,
  networkKey: ResourceId,
  { node, index, address }: RouteServerInstance,
  estate: EstateIndex,
): Node {
  const placement = placementIn(networkKey, estate);
  const host = parseAddress(address ?? "");
  return {
    part: "node",
    id: node,
    name: `${name} instance ${index}`,
    role: "routeServer",
    ...placement,
    needs: [...placement.needs, [keyOf(resource.id)]],
    prefixes: host ? [hostPrefix(host)] : [],
    forwarding: { does: "no", because: "a Route Server passes on routes, and no packets" },
    speaker: {
      asn: numberOf(propertyOf(resource, "virtualRouterAsn")) ?? routeServerBgp.value.asn,
      ...(address === undefined ? {} : { routerId: address }),
      originates: networkOriginations(networkKey, [4], estate),
      refuses: announcedPrefixes(networkKey, estate),
      multipath: true,
      programs: [
        {
          layer: gatewayLayerId(networkKey),
          tags: [tags.nva],
          nextHop: "via",
          nextHopType: "VirtualNetworkGateway",
        },
      ],
    },
    origin: resource.origin,
  };
}

function* sessionsWithGateways(
  server: RouteServer,
  networkKey: ResourceId,
  instances: readonly RouteServerInstance[],
  estate: EstateIndex,
): Iterable<Session> {
  const weight = tunnelWeight(networkKey, estate);
  for (const gateway of gatewaysBeside(networkKey, estate).filter(speaksWithRouteServer)) {
    const isVpn = gateway.gatewayType === "Vpn";
    const told = isVpn ? [tags.branch, tags.static] : [tags.circuit];
    const learned = isVpn ? weight : bgpWeights.value.expressRoute;
    for (const instance of instances)
      for (const own of gateway.instances)
        yield sessionWith(server, instance, own, gateway.name, told, learned);
  }
}

/** A reflector: what it has from one gateway goes on to the other, and back to its other instance. */
function sessionWith(
  { resource }: RouteServer,
  instance: RouteServerInstance,
  gateway: GatewayInstance,
  name: string,
  told: readonly string[],
  weight: number,
): Session {
  return {
    part: "session",
    id: `${instance.node}/${name.toLowerCase()}#${gateway.index}/bgp`,
    ends: [
      {
        node: instance.node,
        ...(instance.address === undefined ? {} : { address: instance.address }),
        via: toNodes(gateway.node),
        learns: learns(weight),
        sends: sends([tags.nva, tags.circuit, tags.branch, tags.static], { reflects: true }),
      },
      {
        node: gateway.node,
        ...(gateway.bgpAddress === undefined ? {} : { address: gateway.bgpAddress }),
        via: toNodes(instance.node),
        learns: learns(bgpWeights.value.others),
        sends: sends(told),
      },
    ],
    needs: [],
    origin: resource.origin,
  };
}

function* gapsOf(server: RouteServer, networkKey: ResourceId, estate: EstateIndex): Iterable<Gap> {
  const { resource, name } = server;
  for (const property of ["allowBranchToBranchTraffic", "hubRoutingPreference"]) {
    const unknown = unknownAt(resource, property);
    if (unknown) yield assumed(resource, `${property} of ${name} is not known: Azure's default is taken`);
  }
  if (!isJoining(server)) return;

  for (const gateway of gatewaysBeside(networkKey, estate))
    if (!speaksWithRouteServer(gateway))
      yield notModelled(
        gateway.resource,
        `${name} exchanges no routes with ${gateway.name}: Azure asks for active-active and the ASN ${routeServerBgp.value.asn}`,
      );
}
