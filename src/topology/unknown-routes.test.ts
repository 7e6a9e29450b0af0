import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";
const PEERED = "virtualNetworkPeerings: [{ name: to-hub, properties: { peeringState: Connected, ";

/** With its subnet and one connection. */
function gateway(type: "Vpn" | "ExpressRoute", leadsTo: string): string {
  return `
  - type: Microsoft.Network/virtualNetworks/subnets
    name: spoke/GatewaySubnet
    id: ${SCOPE}/virtualNetworks/spoke/subnets/GatewaySubnet
    properties: { addressPrefix: 10.1.255.0/27 }
  - type: Microsoft.Network/virtualNetworkGateways
    name: gw
    id: ${SCOPE}/virtualNetworkGateways/gw
    properties:
      gatewayType: ${type}
      vpnType: RouteBased
      ipConfigurations:
        - { name: a, properties: { subnet: { id: ${SCOPE}/virtualNetworks/spoke/subnets/GatewaySubnet } } }
  - type: Microsoft.Network/connections
    name: cn
    id: ${SCOPE}/connections/cn
    properties:
      connectionType: ${type === "Vpn" ? "IPsec" : type}
      virtualNetworkGateway1: { id: ${SCOPE}/virtualNetworkGateways/gw }
      ${leadsTo.replace(", ", "\n      ")}`;
}

it.each([
  {
    title: "uses the gateways of a network that is not here",
    spoke: `${PEERED} remoteVirtualNetwork: { id: ${SCOPE}/virtualNetworks/hub }, useRemoteGateways: true, remoteAddressSpace: { addressPrefixes: [10.0.0.0/16] } } }]`,
    more: "",
    because: /^spoke uses the gateways of hub/,
  },
  {
    title: "is connected to a virtual hub",
    spoke: "",
    more: `
  - type: Microsoft.Network/virtualHubs/hubVirtualNetworkConnections
    name: vhub/one
    id: ${SCOPE}/virtualHubs/vhub/hubVirtualNetworkConnections/one
    properties: { remoteVirtualNetwork: { id: ${SCOPE}/virtualNetworks/spoke } }`,
    because: /^spoke is connected to the virtual hub vhub, and Virtual WAN is not modelled/,
  },
  {
    title: "has a gateway that is not here",
    spoke: "",
    more: `
  - type: Microsoft.Network/virtualNetworks/subnets
    name: spoke/GatewaySubnet
    id: ${SCOPE}/virtualNetworks/spoke/subnets/GatewaySubnet
    properties: { addressPrefix: 10.1.255.0/27, ipConfigurations: [{ id: ${SCOPE}/virtualNetworkGateways/vpn/ipConfigurations/default }] }`,
    because: /^the gateway vpn stands in spoke/,
  },
  {
    title: "has a circuit of which nobody says what is behind it",
    spoke: "",
    more: `${gateway("ExpressRoute", `peer: { id: ${SCOPE}/expressRouteCircuits/er }`)}
  - type: Microsoft.Network/expressRouteCircuits
    name: er
    id: ${SCOPE}/expressRouteCircuits/er
    properties: { peerings: [{ name: AzurePrivatePeering, properties: { peeringType: AzurePrivatePeering, peerASN: 65020 } }] }`,
    because: /the far side of er/,
  },
  {
    title: "has a connection to a site that is not here",
    spoke: "",
    more: gateway("Vpn", `localNetworkGateway2: { id: ${SCOPE}/localNetworkGateways/office }`),
    because: /is not in the estate$/,
  },
  {
    title: "has a site that tells its ranges by BGP alone",
    spoke: "",
    more: `${gateway("Vpn", `enableBgp: true, localNetworkGateway2: { id: ${SCOPE}/localNetworkGateways/office }`)}
  - type: Microsoft.Network/localNetworkGateways
    name: office
    id: ${SCOPE}/localNetworkGateways/office
    properties: { gatewayIpAddress: 198.51.100.1, bgpSettings: { asn: 65010, bgpPeeringAddress: 192.168.0.1 } }`,
    because: /^nobody says which ranges are behind office/,
  },
])("does not decide what leads out of a network that $title", ({ spoke, more, because }) => {
  const { rows, gaps } = rowsOfWeb(spoke, more);

  expect(rows.find(({ prefix }) => prefix === "10.1.0.0/16")?.undecided).toBeUndefined();
  for (const prefix of ["0.0.0.0/0", "192.168.0.0/16"])
    expect(rows.find((row) => row.prefix === prefix)?.undecided).toMatch(because);
  expect(gaps).toContainEqual(expect.stringMatching(because));
});

it("decides where nothing is left out, and where a route table keeps the routes of gateways away", () => {
  expect(rowsOfWeb("", "").rows.every(({ undecided }) => undecided === undefined)).toBe(true);
  const away = rowsOfWeb(
    `${PEERED} remoteVirtualNetwork: { id: ${SCOPE}/virtualNetworks/hub }, useRemoteGateways: true } }]`,
    `
  - type: Microsoft.Network/routeTables
    name: rt
    properties: { disableBgpRoutePropagation: true, routes: [] }`,
    `routeTable: { id: ${SCOPE}/routeTables/rt }`,
  );
  expect(away.rows.every(({ undecided }) => undecided === undefined)).toBe(true);
});

it("leaves a narrow route of a route table decided, and a wide one not", () => {
  const { rows } = rowsOfWeb(
    `${PEERED} remoteVirtualNetwork: { id: ${SCOPE}/virtualNetworks/hub }, useRemoteGateways: true } }]`,
    `
  - type: Microsoft.Network/routeTables
    name: rt
    properties:
      routes:
        - { name: wide, properties: { addressPrefix: 10.0.0.0/8, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4 } }
        - { name: narrow, properties: { addressPrefix: 10.5.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4 } }`,
    `routeTable: { id: ${SCOPE}/routeTables/rt }`,
  );

  const ofUser = rows.filter(({ source }) => source === "User");
  expect(ofUser.map(({ prefix, undecided }) => [prefix, undecided === undefined])).toEqual([
    ["10.0.0.0/8", false],
    ["10.5.0.0/16", true],
  ]);
});

function rowsOfWeb(spoke: string, more: string, web = "") {
  const text = `formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: spoke
    properties:
      addressSpace: { addressPrefixes: [10.1.0.0/16] }
      subnets: [{ name: web, properties: { addressPrefix: 10.1.0.0/24, ${web} } }]
      ${spoke}
${more}
`;
  const { estate, diagnostics } = readEstate(readDocument("estate.yaml", text));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { tables, gaps } = buildTopology(indexEstate(estate));
  const table = [...tables.values()].find(({ name }) => name === "spoke/web");
  const rows = (table?.layers ?? []).flatMap(({ source, rows }) =>
    rows.map(({ prefix, undecided }) => ({ source, prefix: formatPrefix(prefix), undecided })),
  );
  return { rows, gaps: gaps.map(({ because }) => because) };
}
