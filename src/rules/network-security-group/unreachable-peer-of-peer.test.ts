import { expect, it } from "vitest";
import { indexEstate } from "../../model/estate-index.ts";
import { readEstate } from "../../readers/estate/read-estate.ts";
import { readDocument } from "../../source/index.ts";
import { unreachablePeerOfPeer } from "./unreachable-peer-of-peer.ts";

interface Given {
  readonly rule?: object;
  /** Of both spokes' halves. */
  readonly half?: object;
  /** Of the spoke that the rule means. */
  readonly billing?: object;
  readonly more?: readonly object[];
  readonly passedOver?: readonly object[];
}

const network = (
  name: string,
  addressPrefix: string,
  peers: readonly string[],
  half: object,
  own: object = {},
) => ({
  type: "Microsoft.Network/virtualNetworks",
  name,
  location: "westeurope",
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] },
    virtualNetworkPeerings: peers.map((peer) => ({
      name: peer,
      properties: { remoteVirtualNetwork: { id: `virtualNetworks/${peer}` }, ...half },
    })),
    ...own,
  },
});

function findingsIn({ rule = {}, half = {}, billing = {}, more = [], passedOver = [] }: Given) {
  const group = { id: "networkSecurityGroups/group" };
  const file = {
    formatVersion: 1,
    coverage: { passedOver },
    resources: [
      network("hub", "10.0.0.0/22", ["orders", "billing"], { allowGatewayTransit: true }),
      network("orders", "10.0.4.0/22", ["hub"], half, {
        subnets: [{ name: "web", properties: { addressPrefix: "10.0.4.0/24", networkSecurityGroup: group } }],
      }),
      network("billing", "10.0.8.0/22", ["hub"], half, billing),
      {
        type: "Microsoft.Network/networkSecurityGroups",
        name: "group",
        properties: {
          securityRules: [
            {
              name: "billing",
              properties: {
                direction: "Inbound",
                access: "Allow",
                sourceAddressPrefix: "10.0.8.0/24",
                ...rule,
              },
            },
          ],
        },
      },
      ...more,
    ],
  };
  const { estate, diagnostics } = readEstate(readDocument("test.estate.json", JSON.stringify(file)));
  expect(diagnostics).toEqual([]);
  return [...unreachablePeerOfPeer.check(indexEstate(estate))];
}

const gateway = (gatewayType: string) => ({
  type: "Microsoft.Network/virtualNetworkGateways",
  name: "gateway",
  properties: {
    gatewayType,
    ipConfigurations: [
      { name: "first", properties: { subnet: { id: "virtualNetworks/hub/subnets/GatewaySubnet" } } },
    ],
  },
});
const tunnel = (enableBgp: boolean, range: string) => [
  {
    type: "Microsoft.Network/localNetworkGateways",
    name: "site",
    properties: { localNetworkAddressSpace: { addressPrefixes: [range] } },
  },
  {
    type: "Microsoft.Network/connections",
    name: "to-site",
    properties: {
      connectionType: "IPsec",
      enableBgp,
      virtualNetworkGateway1: { id: "virtualNetworkGateways/gateway" },
      localNetworkGateway2: { id: "localNetworkGateways/site" },
    },
  },
];
const appliance = [
  {
    type: "Microsoft.Network/routeTables",
    name: "routes",
    properties: {
      routes: [
        {
          name: "all",
          properties: {
            addressPrefix: "10.0.0.0/8",
            nextHopType: "VirtualAppliance",
            nextHopIpAddress: "10.0.0.4",
          },
        },
      ],
    },
  },
];
const routed = (routeTable: string) => ({
  subnets: [{ name: "data", properties: { addressPrefix: "10.0.8.0/24", routeTable: { id: routeTable } } }],
});
const withGateway = { half: { useRemoteGateways: true } };

it.each<readonly [string, Given]>([
  ["nothing but peerings", {}],
  ["a rule for the way out", { rule: { direction: "Outbound", destinationAddressPrefix: "10.0.8.0/24" } }],
  [
    "one range of several",
    { rule: { sourceAddressPrefix: "", sourceAddressPrefixes: ["10.0.8.128/25", "1.2.3.4"] } },
  ],
  [
    "a gateway whose tunnel leads elsewhere",
    { ...withGateway, more: [gateway("Vpn"), ...tunnel(false, "192.168.0.0/16")] },
  ],
])("finds a peer's peer behind %s", (_, given) => {
  expect(findingsIn(given)).toHaveLength(1);
});

it.each<readonly [string, Given]>([
  ["a rule that denies", { rule: { access: "Deny" } }],
  ["a range that is wider than the network", { rule: { sourceAddressPrefix: "10.0.0.0/8" } }],
  ["a range that a peer holds", { rule: { sourceAddressPrefix: "10.0.1.0/24" } }],
  ["a range that nobody holds", { rule: { sourceAddressPrefix: "10.9.0.0/24" } }],
  ["a service tag", { rule: { sourceAddressPrefix: "VirtualNetwork" } }],
  ["a circuit that both use", { ...withGateway, more: [gateway("ExpressRoute")] }],
  [
    "a gateway that learns routes",
    { ...withGateway, more: [gateway("Vpn"), ...tunnel(true, "192.168.0.0/16")] },
  ],
  [
    "a site whose range is around both",
    { ...withGateway, more: [gateway("Vpn"), ...tunnel(false, "10.0.0.0/8")] },
  ],
  ["an appliance on the far side", { billing: routed("routeTables/routes"), more: appliance }],
  ["a table that nobody has told", { billing: routed("routeTables/elsewhere") }],
  [
    "a Route Server",
    { more: [{ type: "Microsoft.Network/virtualHubs", name: "server", properties: { sku: "Standard" } }] },
  ],
  ["a network manager", { passedOver: [{ type: "Microsoft.Network/networkManagers", count: 1 }] }],
  [
    "a peering that does not say with whom",
    {
      billing: {
        virtualNetworkPeerings: [
          { name: "a", properties: {} },
          { name: "b", properties: { remoteVirtualNetwork: { id: "virtualNetworks/hub" } } },
        ],
      },
    },
  ],
])("says nothing with %s", (_, given) => {
  expect(findingsIn(given)).toEqual([]);
});

it("makes one finding of all ranges of one rule", () => {
  const rule = { sourceAddressPrefix: "", sourceAddressPrefixes: ["10.0.8.0/25", "10.0.8.128/25"] };

  const [found, ...others] = findingsIn({ rule });

  expect(others).toEqual([]);
  expect(found?.message).toContain("10.0.8.0/25 of billing (and 1 more)");
});
