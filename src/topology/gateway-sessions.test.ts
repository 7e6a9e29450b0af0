import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";
const VPN = `${SCOPE}/virtualnetworkgateways/vpn`;
const ER = `${SCOPE}/virtualnetworkgateways/er`;

it("has each instance of one gateway tell each of the other, as recorded", () => {
  const { sessions } = topologyOf(65515);

  expect([...sessions.keys()].sort()).toEqual(
    [`${VPN}#0-1`, `${VPN}#0/er#0`, `${VPN}#0/er#1`, `${VPN}#1/er#0`, `${VPN}#1/er#1`].map(
      (id) => `${id}/bgp`,
    ),
  );
  expect(sessions.get(`${VPN}#1/er#0/bgp`)?.ends).toMatchObject([
    { node: `${VPN}#1`, address: "10.0.255.5", learns: { weight: 32769 }, sends: { tags: ["branch"] } },
    { node: `${ER}#0`, learns: { weight: 32768 }, sends: { tags: ["network"], families: [4] } },
  ]);
});

it("does not guess what gateways with different numbers tell each other", () => {
  const { sessions, gaps } = topologyOf(64600);

  expect([...sessions.keys()]).toEqual([`${VPN}#0-1/bgp`]);
  expect(gaps.map(({ because }) => because)).toEqual([
    "what vpn, with the ASN 64600, and the ExpressRoute gateway beside it tell each other is not known",
  ]);
});

it("tells both families over a circuit and IPv4 over tunnels, spokes that use the gateways included", () => {
  const { nodes } = topologyOf(65515);
  const told = (id: string) => nodes.get(id)?.speaker?.originates.map(({ prefix }) => formatPrefix(prefix));

  expect(told(`${ER}#1`)).toEqual(["10.0.0.0/16", "fd00:db8::/56", "10.1.0.0/16"]);
  expect(told(`${VPN}#1`)).toEqual(["10.0.0.0/16", "10.1.0.0/16"]);
  expect(nodes.get(`${VPN}#0`)?.speaker?.refuses.map(formatPrefix)).toEqual(told(`${ER}#0`));
});

it("falls with the gateway, the network and the region", () => {
  expect(topologyOf(65515).nodes.get(`${ER}#1`)?.needs).toEqual([
    [`${SCOPE}/virtualnetworks/hub`],
    ["region/westeurope"],
    [ER],
  ]);
});

it("looks up what comes from outside in the GatewaySubnet's routes, and never what a network hands it", () => {
  const { nodes, tables } = topologyOf(65515);
  const layersOf = (table: string | undefined) => tables.get(table ?? "")?.layers.map(({ id }) => id);

  expect(layersOf(nodes.get(`${VPN}#0`)?.table)).toEqual([`${VPN}#0/learned`]);
  expect(layersOf(`${VPN}#0/table`)).toEqual(
    expect.arrayContaining([`${SCOPE}/virtualnetworks/hub/systemroutes`, `${VPN}#0/learned`]),
  );
});

function topologyOf(asn: number): Topology {
  const text = `
formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16, "fd00:db8::/56"] }
      subnets: [{ name: GatewaySubnet, properties: { addressPrefix: 10.0.255.0/27 } }]
      virtualNetworkPeerings: [{ name: p, properties: { remoteVirtualNetwork: { id: virtualNetworks/spoke }, allowGatewayTransit: true } }]
  - type: Microsoft.Network/virtualNetworks
    name: spoke
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.1.0.0/16] }
      virtualNetworkPeerings: [{ name: p, properties: { remoteVirtualNetwork: { id: virtualNetworks/hub }, useRemoteGateways: true } }]
  - type: Microsoft.Network/virtualNetworkGateways
    name: vpn
    properties:
      gatewayType: Vpn
      activeActive: true
      bgpSettings: { asn: ${asn}, bgpPeeringAddress: "10.0.255.4,10.0.255.5" }
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/hub/subnets/GatewaySubnet } } }]
  - type: Microsoft.Network/virtualNetworkGateways
    name: er
    properties:
      gatewayType: ExpressRoute
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/hub/subnets/GatewaySubnet } } }]
`;
  return buildTopology(indexEstate(readEstate(readDocument("t.estate.yaml", text)).estate));
}
