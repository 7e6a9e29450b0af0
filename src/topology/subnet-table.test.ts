import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Layer, Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";

it("gives a network alone its own ranges, the internet, and the reserved ranges that lead nowhere", () => {
  const layers = layersOf(topologyOf(network("hub", ["10.0.0.0/16"])), "hub");

  expect(layers).toEqual([
    { layer: "hub/systemroutes", rows: ["10.0.0.0/16 VnetLocal"] },
    {
      layer: "hub/defaultroutes",
      rows: [
        "0.0.0.0/0 Internet",
        "10.0.0.0/8 None",
        "172.16.0.0/12 None",
        "192.168.0.0/16 None",
        "100.64.0.0/10 None",
      ],
    },
  ]);
});

it.each([
  { space: ["10.0.0.0/8"], gone: "10.0.0.0/8", why: "equal to it" },
  { space: ["192.0.0.0/8"], gone: "192.168.0.0/16", why: "around it" },
])("leaves a reserved range to a network that is $why", ({ space, gone }) => {
  const [, outward] = layersOf(topologyOf(network("hub", space)), "hub");

  expect(outward?.rows).not.toContain(`${gone} None`);
  expect(outward?.rows).toHaveLength(4);
});

it("gives a network with both families a way to the internet in both", () => {
  const [own, outward] = layersOf(topologyOf(network("hub", ["10.0.0.0/16", "fd00::/48"])), "hub");

  expect(own?.rows).toEqual(["10.0.0.0/16 VnetLocal", "fd00::/48 VnetLocal"]);
  expect(outward?.rows.slice(0, 2)).toEqual(["0.0.0.0/0 Internet", "::/0 Internet"]);
});

it("reads every kind of next hop, and names each route that it must leave out", () => {
  const topology = topologyOf(
    `${network("hub", ["10.0.0.0/16"], "routeTable: { id: routeTables/rt }")}
  - type: Microsoft.Network/routeTables
    name: rt
    properties:
      routes:
        - { name: local, properties: { addressPrefix: 10.0.0.0/24, nextHopType: vnetlocal } }
        - { name: out, properties: { addressPrefix: 0.0.0.0/0, nextHopType: Internet } }
        - { name: nowhere, properties: { addressPrefix: 10.9.0.0/16, nextHopType: None } }
        - { name: nva, properties: { addressPrefix: 10.8.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.0.0.4 } }
        - { name: gateway, properties: { addressPrefix: 10.7.0.0/16, nextHopType: VirtualNetworkGateway } }
        - { name: tag, properties: { addressPrefix: Storage, nextHopType: Internet } }
        - name: secret
          properties:
            addressPrefix: 10.6.0.0/16
            nextHopType: VirtualAppliance
            nextHopIpAddress: { kind: unknown, because: it is a parameter }
`,
  );

  const layer = layersOf(topology, "hub").find((candidate) => candidate.layer.includes("#"));
  expect(layer).toEqual({
    layer: `routetables/rt/routes#hub`,
    rows: [
      "10.0.0.0/24 VnetLocal",
      "0.0.0.0/0 Internet",
      "10.9.0.0/16 None",
      "10.8.0.0/16 VirtualAppliance 10.0.0.4",
      "10.7.0.0/16 VirtualNetworkGateway",
      "10.6.0.0/16 VirtualAppliance",
    ],
  });
  expect(topology.gaps.map(({ kind, because }) => `${kind}: ${because}`)).toEqual([
    "assumed: the route gateway leads nowhere: the network has no VPN gateway and uses no other's",
    "notModelled: the route tag is for Storage, and which ranges that stands for the estate cannot say",
    "notModelled: the route secret leads to an appliance, whose address the estate does not say",
  ]);
});

it("shares the layers of a network among its subnets, and the whole list where the route table is the same", () => {
  const topology = topologyOf(`
  - type: Microsoft.Network/routeTables
    name: rt
  - type: Microsoft.Network/virtualNetworks
    name: hub
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets:
        - { name: a, properties: { addressPrefix: 10.0.0.0/24, routeTable: { id: routeTables/rt } } }
        - { name: b, properties: { addressPrefix: 10.0.1.0/24, routeTable: { id: routeTables/rt } } }
        - { name: c, properties: { addressPrefix: 10.0.2.0/24 } }
`);

  const [a, b, c] = ["a", "b", "c"].map((name) => tableOf(topology, `hub/subnets/${name}`));
  expect(a).toBe(b);
  expect(c?.[0]).toBe(a?.[0]);
  expect(c).toHaveLength(2);
});

it("gives a spoke the very layer that the hub's gateway fills, unless its route table keeps it away", () => {
  const topology = topologyOf(`
  - type: Microsoft.Network/routeTables
    name: closed
    properties: { disableBgpRoutePropagation: true }
${hub("allowGatewayTransit: true")}
${spoke("useRemoteGateways: true")}
`);

  const learned = tableOf(topology, "hub/subnets/web").find(isLearned);
  expect(learned).toMatchObject({ id: `${SCOPE}/virtualnetworks/hub/gatewayroutes`, yields: true, rank: 20 });
  expect(tableOf(topology, "spoke/subnets/open").find(isLearned)).toBe(learned);
  expect(tableOf(topology, "spoke/subnets/closed").find(isLearned)).toBeUndefined();
});

it.each([
  { lends: "allowGatewayTransit: false", takes: "useRemoteGateways: true", why: "the hub does not lend it" },
  {
    lends: "allowGatewayTransit: true",
    takes: "useRemoteGateways: false",
    why: "the spoke does not take it",
  },
  {
    lends: "allowGatewayTransit: true, peeringState: Initiated",
    takes: "useRemoteGateways: true",
    why: "the peering does not stand",
  },
])("gives a spoke no gateway layer where $why", ({ lends, takes }) => {
  const topology = topologyOf(`${hub(lends)}\n${spoke(takes)}`);

  expect(tableOf(topology, "spoke/subnets/open").some(isLearned)).toBe(false);
});

it("puts service endpoints that somebody has seen above every other route, and names those that nobody has", () => {
  const services = "serviceEndpoints: [{ service: Microsoft.Storage }, { service: Microsoft.Sql }]";
  const topology = topologyOf(
    network("hub", ["10.0.0.0/16"], services),
    `observed:
  - resource: virtualNetworks/hub/subnets/web
    name: serviceEndpointPrefixes
    value: { Microsoft.Storage: [20.60.0.0/24] }`,
  );

  expect(tableOf(topology, "hub/subnets/web").at(-1)).toMatchObject({ final: true, shields: true });
  expect(layersOf(topology, "hub").at(-1)?.rows).toEqual(["20.60.0.0/24 VirtualNetworkServiceEndpoint"]);
  expect(topology.gaps.map(({ because }) => because)).toEqual([
    expect.stringContaining("web reaches Microsoft.Sql"),
  ]);
});

it("names a route table that the estate does not hold", () => {
  const { gaps } = topologyOf(network("hub", ["10.0.0.0/16"], "routeTable: { id: routeTables/elsewhere }"));

  expect(gaps.map(({ kind, because }) => [kind, because])).toEqual([
    [
      "notModelled",
      expect.stringMatching(/^the routes of hub\/web are in .*elsewhere, which the estate does not hold$/),
    ],
  ]);
});

function network(name: string, space: readonly string[], subnet = ""): string {
  return `
  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    properties:
      addressSpace: { addressPrefixes: [${space.map((prefix) => `"${prefix}"`).join(", ")}] }
      subnets:
        - name: web
          properties: { addressPrefix: 10.0.0.0/24, ${subnet} }`;
}

function hub(flags: string): string {
  return `
  - type: Microsoft.Network/virtualNetworkGateways
    name: gateway
    properties:
      gatewayType: Vpn
      ipConfigurations: [{ properties: { subnet: { id: virtualNetworks/hub/subnets/GatewaySubnet } } }]
  - type: Microsoft.Network/virtualNetworks
    name: hub
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets: [{ name: web, properties: { addressPrefix: 10.0.0.0/24 } }, { name: GatewaySubnet, properties: { addressPrefix: 10.0.1.0/27 } }]
      virtualNetworkPeerings:
        - { name: to-spoke, properties: { remoteVirtualNetwork: { id: virtualNetworks/spoke }, ${flags} } }`;
}

function spoke(flags: string): string {
  return `
  - type: Microsoft.Network/virtualNetworks
    name: spoke
    properties:
      addressSpace: { addressPrefixes: [10.1.0.0/16] }
      subnets:
        - { name: open, properties: { addressPrefix: 10.1.0.0/24 } }
        - { name: closed, properties: { addressPrefix: 10.1.1.0/24, routeTable: { id: routeTables/closed } } }
      virtualNetworkPeerings:
        - { name: to-hub, properties: { remoteVirtualNetwork: { id: virtualNetworks/hub }, ${flags} } }`;
}

function topologyOf(resources: string, rest = ""): Topology {
  const text = `formatVersion: 1\nresources:\n${resources}\n${rest}\n`;
  const { estate, diagnostics } = readEstate(readDocument("t.estate.yaml", text));
  expect(diagnostics).toEqual([]);
  return buildTopology(indexEstate(estate));
}

function tableOf({ tables }: Topology, subnet: string): readonly Layer[] {
  return tables.get(`${SCOPE}/virtualnetworks/${subnet}/routes`)?.layers ?? [];
}

function isLearned({ source }: Layer): boolean {
  return source === "VirtualNetworkGateway";
}

function layersOf(topology: Topology, name: string) {
  return tableOf(topology, `${name}/subnets/web`).map(({ id, rows }) => ({
    layer: id.replaceAll(`${SCOPE}/`, "").replaceAll("virtualnetworks/", ""),
    rows: rows.map(({ prefix, nextHopType, nextHopIpAddresses }) =>
      [formatPrefix(prefix), nextHopType, ...nextHopIpAddresses].join(" "),
    ),
  }));
}
