import { hostPrefix, parseAddress } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { Layer, Node, Table, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { subnetOf } from "../model/virtual-network.ts";
import { allVirtualNetworkGateways, VIRTUAL_NETWORK_GATEWAY } from "../model/virtual-network-gateway.ts";
import { expressRouteSpeaker } from "./express-route-speaker.ts";
import { gapsOfGateway } from "./gateway-gaps.ts";
import { findStandingGateway, type GatewayInstance, type StandingGateway } from "./gateway-instances.ts";
import { sessionsInside } from "./gateway-sessions.ts";
import { learnedLayer } from "./layer.ts";
import { placementIn } from "./placement.ts";
import { layersOfSubnet } from "./subnet-table.ts";
import { systemLayers } from "./system-layers.ts";
import { vpnSpeaker } from "./vpn-speaker.ts";

/** The instances of each gateway, and what they tell each other. What leaves the network is said by connections. */
export const virtualNetworkGateways: TopologyReader = { reads: VIRTUAL_NETWORK_GATEWAY, read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const gateway of allVirtualNetworkGateways(estate)) {
    yield* gapsOfGateway(gateway, estate);
    const standing = findStandingGateway(gateway.resource.id, estate);
    if (!standing) continue;
    for (const instance of standing.instances) {
      yield nodeOf(standing, instance, estate);
      yield tableOf(standing, instance, estate);
      yield outwardTable(standing, instance);
    }
    yield* sessionsInside(standing, estate);
  }
}

function nodeOf(gateway: StandingGateway, instance: GatewayInstance, estate: EstateIndex): Node {
  const placement = placementIn(gateway.networkKey, estate);
  const speaker =
    gateway.gatewayType === "Vpn"
      ? vpnSpeaker(gateway, instance, estate)
      : expressRouteSpeaker(gateway, instance, estate);
  return {
    part: "node",
    id: instance.node,
    name: nameOfInstance(gateway, instance),
    role: "gatewayInstance",
    ...placement,
    needs: [...placement.needs, [gateway.key]],
    prefixes: [instance.bgpAddress, instance.privateAddress].flatMap((text) => {
      const address = parseAddress(text ?? "");
      return address ? [hostPrefix(address)] : [];
    }),
    table: outwardTableId(instance),
    forwarding: { does: "yes", stateful: false, sourceNat: false, asOwn: true },
    speaker,
    origin: gateway.resource.origin,
  };
}

function nameOfInstance({ name, instances }: StandingGateway, { index }: GatewayInstance): string {
  return instances.length > 1 ? `${name} instance ${index}` : name;
}

/** For what comes from outside: what the GatewaySubnet has, user-defined routes included, and what the instance itself has learned. */
function tableOf(gateway: StandingGateway, instance: GatewayInstance, estate: EstateIndex): Table {
  const subnet = estate.find(`${gateway.networkKey}/subnets/gatewaysubnet`);
  const layers = subnet
    ? layersOfSubnet(subnetOf(subnet), estate, { learned: false })
    : Object.values(systemLayers(gateway.networkKey, estate));
  return {
    part: "table",
    id: instance.table,
    name: nameOfInstance(gateway, instance),
    layers: [...layers, learnedLayerOf(instance)],
    origin: gateway.resource.origin,
  };
}

/**
 * For what networks hand it: a gateway takes that out, and not from one spoke to another. An appliance that it has heard of
 * by a Route Server stands in its own network all the same.
 * https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-different-region
 */
function outwardTable(gateway: StandingGateway, instance: GatewayInstance): Table {
  return {
    part: "table",
    id: outwardTableId(instance),
    name: nameOfInstance(gateway, instance),
    layers: [learnedLayerOf(instance)],
    nextHopsIn: instance.table,
    origin: gateway.resource.origin,
  };
}

function outwardTableId({ node }: GatewayInstance): string {
  return `${node}/outward`;
}

const learnedLayers = new WeakMap<GatewayInstance, Layer>();

function learnedLayerOf(instance: GatewayInstance): Layer {
  const layer = learnedLayers.get(instance) ?? learnedLayer(instance.learned);
  learnedLayers.set(instance, layer);
  return layer;
}
