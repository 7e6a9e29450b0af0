import type { JsonObject } from "../../src/source/document.ts";
import { gatewayAddressOf } from "./lab-addresses.ts";
import { flagAt, type LabObject, numberAt, objectAt, objectsAt, same, textAt, textsAt } from "./lab-json.ts";
import { reference, resource, said, subnetReference } from "./lab-networks.ts";

const PRIVATE_PEERING = "AzurePrivatePeering";

/** Gateways, Route Servers, circuits, and what joins them. */
export function gatewayResources(lab: LabObject): readonly JsonObject[] {
  return [
    ...objectsAt(lab, "gateways").map((gateway) => virtualNetworkGateway(gateway, lab)),
    ...objectsAt(lab, "routeServers").map((server) => routeServer(server, lab)),
    ...objectsAt(lab, "localNetworkGateways").map((gateway) => localNetworkGateway(gateway, lab)),
    ...objectsAt(lab, "expressRouteCircuits").map((circuit) => expressRouteCircuit(circuit, lab)),
    ...objectsAt(lab, "connections").map(connection),
  ];
}

function regionOf(networkName: string | undefined, lab: LabObject): JsonObject {
  const network = objectsAt(lab, "virtualNetworks").find((one) => same(textAt(one, "name"), networkName));
  return said({ location: network && textAt(network, "region") });
}

export function isVpn(gateway: LabObject): boolean {
  return same(textAt(gateway, "type"), "Vpn");
}

/** Addresses of its instances, in their order; empty where one of them is not told. */
export function instanceAddresses(gateway: LabObject, key: string): readonly string[] {
  const instances = objectsAt(gateway, "instances");
  const addresses = instances.flatMap((instance) => textAt(instance, key) ?? []);
  return addresses.length === instances.length ? addresses : [];
}

function virtualNetworkGateway(gateway: LabObject, lab: LabObject): JsonObject {
  const network = textAt(gateway, "virtualNetwork") ?? "";
  const addresses = instanceAddresses(gateway, "bgpAddress");
  const activeActive = flagAt(gateway, "activeActive");
  const sku = textAt(gateway, "sku");
  const clients = Object.keys(objectAt(gateway, "vpnClientConfiguration"));
  return resource(
    "virtualNetworkGateways",
    textAt(gateway, "name") ?? "",
    said({
      gatewayType: isVpn(gateway) ? "Vpn" : "ExpressRoute",
      vpnType: isVpn(gateway) ? (textAt(gateway, "vpnType") ?? "RouteBased") : undefined,
      sku: sku === undefined ? undefined : { name: sku, tier: sku },
      activeActive,
      enableBgp: isVpn(gateway) ? flagAt(gateway, "bgpEnabled") : undefined,
      bgpSettings: said({
        asn: numberAt(gateway, "asn"),
        bgpPeeringAddress: isVpn(gateway) && addresses.length > 0 ? addresses.join(",") : undefined,
      }),
      ipConfigurations: (activeActive ? ["ip0", "ip1"] : ["ip0"]).map((name) => ({
        name,
        properties: { subnet: subnetReference(network, "GatewaySubnet") },
      })),
      vpnClientConfiguration:
        clients.length === 0
          ? undefined
          : {
              vpnClientAddressPool: {
                addressPrefixes: textsAt(objectAt(gateway, "vpnClientConfiguration"), "vpnClientAddressPool"),
              },
            },
    }),
    regionOf(network, lab),
  );
}

function routeServer(server: LabObject, lab: LabObject): JsonObject {
  const network = textAt(server, "virtualNetwork") ?? "";
  return resource(
    "virtualHubs",
    textAt(server, "name") ?? "",
    said({
      sku: "Standard",
      virtualRouterAsn: numberAt(server, "asn"),
      virtualRouterIps: textsAt(server, "addresses"),
      allowBranchToBranchTraffic: flagAt(server, "branchToBranch"),
      ipConfigurations: [
        { name: "ip", properties: { subnet: subnetReference(network, "RouteServerSubnet") } },
      ],
      bgpConnections: objectsAt(server, "peers").map((peer, index) => ({
        name: textAt(peer, "name") ?? `peer-${index}`,
        properties: said({ peerIp: textAt(peer, "address"), peerAsn: numberAt(peer, "asn") }),
      })),
    }),
    regionOf(network, lab),
  );
}

function localNetworkGateway(gateway: LabObject, lab: LabObject): JsonObject {
  const asn = numberAt(gateway, "asn");
  return resource(
    "localNetworkGateways",
    textAt(gateway, "name") ?? "",
    said({
      gatewayIpAddress: gatewayAddressOf(gateway, lab),
      localNetworkAddressSpace: { addressPrefixes: textsAt(gateway, "addressSpace") },
      bgpSettings:
        asn === undefined
          ? undefined
          : said({ asn, bgpPeeringAddress: textAt(gateway, "bgpPeeringAddress") }),
    }),
  );
}

function expressRouteCircuit(circuit: LabObject, lab: LabObject): JsonObject {
  const peering = objectAt(circuit, "peering");
  const sku = objectAt(circuit, "sku");
  const [primary6, secondary6] = [
    textAt(peering, "primaryPrefixIpv6"),
    textAt(peering, "secondaryPrefixIpv6"),
  ];
  const router = objectsAt(lab, "providerRouters").find((candidate) =>
    objectsAt(candidate, "links").some((link) => same(textAt(link, "circuit"), textAt(circuit, "name"))),
  );
  return resource(
    "expressRouteCircuits",
    textAt(circuit, "name") ?? "",
    {
      serviceProviderProperties: said({
        serviceProviderName: textAt(circuit, "provider"),
        peeringLocation: textAt(circuit, "peeringLocation"),
        bandwidthInMbps: numberAt(circuit, "bandwidthMbps"),
      }),
      peerings: [
        {
          name: PRIVATE_PEERING,
          properties: said({
            peeringType: textAt(peering, "type") ?? PRIVATE_PEERING,
            azureASN: numberAt(peering, "azureAsn"),
            peerASN: numberAt(peering, "peerAsn") ?? (router && numberAt(router, "asn")),
            vlanId: numberAt(peering, "vlan"),
            primaryPeerAddressPrefix: textAt(peering, "primaryPrefix"),
            secondaryPeerAddressPrefix: textAt(peering, "secondaryPrefix"),
            ipv6PeeringConfig:
              primary6 === undefined && secondary6 === undefined
                ? undefined
                : said({ primaryPeerAddressPrefix: primary6, secondaryPeerAddressPrefix: secondary6 }),
          }),
        },
      ],
    },
    said({
      location: textAt(circuit, "region"),
      sku: said({ tier: textAt(sku, "tier"), family: textAt(sku, "family") }),
    }),
  );
}

function connection(connection: LabObject): JsonObject {
  const type = textAt(connection, "type") ?? "IPsec";
  const peer = textAt(connection, "peer") ?? "";
  const bgp = connection["enableBgp"];
  return resource(
    "connections",
    textAt(connection, "name") ?? "",
    said({
      connectionType: type,
      virtualNetworkGateway1: reference("virtualNetworkGateways", textAt(connection, "gateway") ?? ""),
      virtualNetworkGateway2: same(type, "Vnet2Vnet") ? reference("virtualNetworkGateways", peer) : undefined,
      localNetworkGateway2: same(type, "IPsec") ? reference("localNetworkGateways", peer) : undefined,
      peer: same(type, "ExpressRoute") ? reference("expressRouteCircuits", peer) : undefined,
      enableBgp: typeof bgp === "boolean" ? bgp : undefined,
      routingWeight: numberAt(connection, "routingWeight"),
      useLocalAzureIpAddress: connection["usePrivateAddress"] === true ? true : undefined,
      expressRouteGatewayBypass: connection["fastPath"] === true ? true : undefined,
    }),
  );
}
