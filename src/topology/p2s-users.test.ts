import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const GATEWAY =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network/virtualnetworkgateways/vpn";

it("has a link to each instance by the first protocol, and tells of the pool behind it", () => {
  const { links, nodes } = topologyOf("[IkeV2, OpenVPN]", STAFF);

  expect([...links.keys()]).toEqual([`${GATEWAY}/staff#0`, `${GATEWAY}/staff#1`]);
  expect(links.get(`${GATEWAY}/staff#1`)).toMatchObject({
    medium: "openvpn",
    encryptedBy: "TLS",
    crossesInternet: true,
    ends: [{ node: `${GATEWAY}#1`, arrivalTable: `${GATEWAY}#1/table` }, { node: "p2susers/staff" }],
  });
  expect(nodes.get(`${GATEWAY}#1`)?.speaker?.originates.filter(({ tag }) => tag === "pool")).toMatchObject([
    { via: { to: "link", link: `${GATEWAY}/staff#1` } },
  ]);
});

it.each([
  { protocols: "[IkeV2]", medium: "ikev2", encryptedBy: "IPsec" },
  { protocols: "[SSTP]", medium: "sstp", encryptedBy: "TLS" },
])("says how $protocols is encrypted", ({ protocols, medium, encryptedBy }) => {
  const [link] = topologyOf(protocols, STAFF).links.values();

  expect(link).toMatchObject({ medium, encryptedBy });
});

it("tells clients of the network, of what was added by hand, and of each other", () => {
  const { tables } = topologyOf("[OpenVPN]", STAFF);

  const told = tables.get("p2susers/staff/routes")?.layers[0]?.rows.map(({ prefix }) => formatPrefix(prefix));
  expect([...new Set(told)]).toEqual(["10.0.0.0/16", "192.168.0.0/16", "172.20.0.0/24"]);
});

it("makes a group of whoever has an address of the pool, where nobody says who", () => {
  const { nodes, gaps } = topologyOf("[OpenVPN]", "");

  expect(nodes.get("p2susers/vpn")?.prefixes.map(formatPrefix)).toEqual(["172.20.0.0/24"]);
  expect(gaps).toEqual([]);
});

it("says that two groups of one pool cannot be told apart", () => {
  const { gaps } = topologyOf(
    "[OpenVPN]",
    "p2sUsers: [{ name: a, count: 1, maxConcurrent: 1, os: [Linux] }, { name: b, count: 1, maxConcurrent: 1, os: [Linux] }]",
  );

  expect(gaps.map(({ because }) => because)).toEqual([
    "b share 172.20.0.0/24 with others of vpn: what is sent there is followed to those",
  ]);
});

const STAFF =
  "p2sUsers: [{ name: staff, count: 10, maxConcurrent: 10, os: [Linux], vpnClientAddressPool: [172.20.0.0/24] }]";

function topologyOf(protocols: string, users: string): Topology {
  const text = `
formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets: [{ name: GatewaySubnet, properties: { addressPrefix: 10.0.255.0/27 } }]
  - type: Microsoft.Network/virtualNetworkGateways
    name: vpn
    properties:
      gatewayType: Vpn
      activeActive: true
      customRoutes: { addressPrefixes: [192.168.0.0/16] }
      vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: [172.20.0.0/24] }, vpnClientProtocols: ${protocols} }
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/hub/subnets/GatewaySubnet } } }]
${users}`;
  return buildTopology(indexEstate(readEstate(readDocument("t.estate.yaml", text)).estate));
}
