import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";
const SERVER = `${SCOPE}/virtualhubs/rs`;
const PEER = `${SERVER}/bgpconnections/nva`;
const APPLIANCE =
  "appliances: [{ name: nva, resource: networkInterfaces/nva, forwards: true, stateful: false, sourceNat: false, bgpSettings: { asn: 65002, advertises: [192.168.0.0/16], prepend: 2 } }]";

it("speaks with an appliance from both instances, and puts its routes into the network", () => {
  const { nodes, sessions } = topologyOf("", APPLIANCE);

  expect([...sessions.keys()].filter((id) => id.startsWith(SERVER))).toEqual([
    `${PEER}#0/bgp`,
    `${PEER}#1/bgp`,
  ]);
  const [server, appliance] = sessions.get(`${PEER}#1/bgp`)?.ends ?? [];
  expect(server).toMatchObject({
    node: `${SERVER}#1`,
    address: "10.0.1.5",
    via: { to: "addresses" },
    shownAs: "10.0.0.9",
    learns: { tag: "nva", weight: 32768, limit: { routes: 1000 } },
    sends: { tags: ["network", "nva"] },
  });
  expect(appliance?.sends).toMatchObject({ tags: ["site"], prepend: 2 });
  const speaker = nodes.get(appliance?.node ?? "")?.speaker;
  expect(speaker?.originates.map(({ prefix }) => formatPrefix(prefix))).toEqual(["192.168.0.0/16"]);
});

it("says that nobody knows what an appliance without settings tells it", () => {
  expect(topologyOf("").gaps.map(({ because }) => because)).toContain(
    "what the appliance at 10.0.0.9 tells rs is not in the estate",
  );
});

it("exchanges routes with gateways only with branch-to-branch, and the gateway then passes branches on", () => {
  const own = `${SERVER}#0/vpn#0/bgp`;
  const apart = topologyOf("");
  const joined = topologyOf("allowBranchToBranchTraffic: true");

  expect(apart.sessions.has(own)).toBe(false);
  expect(joined.sessions.get(own)?.ends.map(({ sends }) => sends)).toMatchObject([
    { tags: ["nva", "circuit", "branch", "static"], reflects: true },
    { tags: ["branch", "static"], reflects: false },
  ]);
  expect([...joined.sessions.keys()].filter((id) => id.startsWith(`${SERVER}#`))).toHaveLength(4);
});

it.each([
  { preference: "ExpressRoute", weight: 32768 },
  { preference: "ASPath", weight: 32769 },
  { preference: "VpnGateway", weight: 32770 },
])("weighs an appliance's routes against a circuit's by $preference", ({ preference, weight }) => {
  const { sessions } = topologyOf(`hubRoutingPreference: ${preference}`);

  expect(sessions.get(`${PEER}#0/bgp`)?.ends[0].learns.weight).toBe(weight);
});

it("lets a site's device that is the appliance speak for both", () => {
  const { nodes, sessions } = topologyOf(
    "",
    `${APPLIANCE}
sites: [{ name: branch, addressPrefixes: [10.0.0.0/16], vpnDevices: [{ name: edge, asn: 65002, appliance: nva, tunnels: [] }] }]`,
  );

  expect(sessions.get(`${PEER}#0/bgp`)?.ends[1].node).toBe("site/branch/edge");
  expect(nodes.get("site/branch/edge")).toMatchObject({
    within: `${SCOPE}/virtualnetworks/hub`,
    forwarding: { does: "yes", asOwn: false },
  });
  // The network is the site: it would have every address twice.
  expect(nodes.has("site/branch")).toBe(false);
});

function topologyOf(settings: string, extra = ""): Topology {
  const text = `
formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets:
        - { name: main, properties: { addressPrefix: 10.0.0.0/24 } }
        - { name: RouteServerSubnet, properties: { addressPrefix: 10.0.1.0/26 } }
        - { name: GatewaySubnet, properties: { addressPrefix: 10.0.255.0/27 } }
  - type: Microsoft.Network/virtualNetworkGateways
    name: vpn
    properties:
      gatewayType: Vpn
      activeActive: true
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/hub/subnets/GatewaySubnet } } }]
  - type: Microsoft.Network/virtualHubs
    name: rs
    properties:
      virtualRouterIps: [10.0.1.4, 10.0.1.5]
      ${settings}
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/hub/subnets/RouteServerSubnet } } }]
  - type: Microsoft.Network/virtualHubs/bgpConnections
    name: rs/nva
    properties: { peerIp: 10.0.0.9, peerAsn: 65002 }
  - type: Microsoft.Network/networkInterfaces
    name: nva
    properties:
      enableIPForwarding: true
      ipConfigurations: [{ name: ip, properties: { privateIPAddress: 10.0.0.9, subnet: { id: virtualNetworks/hub/subnets/main } } }]
${extra}`;
  return buildTopology(indexEstate(readEstate(readDocument("t.estate.yaml", text)).estate));
}
