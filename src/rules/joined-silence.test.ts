import { expect, it } from "vitest";
import { virtualNetworkPeering } from "../connections/virtual-network-peering/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { rules } from "./index.ts";
import { runRules } from "./run-rules.ts";

const SCOPE = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/example";
const NETWORK = `${SCOPE}/providers/Microsoft.Network`;

/** Those that read several resources at once, and of types that no other test of silence has. */
const JOINING = [
  "connection/asymmetric-shared-key",
  "connection/missing-bgp-for-transit",
  "connection/missing-custom-ipsec-policy",
  "connection/missing-traffic-selector",
  "connection/unreachable-site",
  "dns-forwarding-ruleset/unsupported-wildcard-rule",
  "express-route-circuit/insecure-default-route",
  "express-route-circuit/single-point-of-failure-between-virtual-networks",
  "network-security-group/unreachable-peer-of-peer",
  "private-dns-zone/missing-virtual-network-link",
  "route-table/overlapping-gateway-public-ip-address",
  "route-table/unknown-firewall-address",
  "subnet/unsupported-by-policy",
  "virtual-network-gateway/missing-bgp-ip-configuration",
  "virtual-network-gateway/unreachable-behind-dynamic-nat",
  "virtual-network-peering/unsupported-by-policy",
  "virtual-network/unreachable-dns-server",
  "virtual-network/unsupported-gateway",
  "vpn-client-configuration/missing-profile-route",
  "vpn-client-configuration/unreachable-behind-vpn-device",
  "vpn-client-configuration/unreachable-custom-route",
];
const chosen = [...rules, ...virtualNetworkPeering.rules].filter(({ id }) => JOINING.includes(id));

function findingsIn(value: unknown, more: object = {}): readonly string[] {
  const file = {
    formatVersion: 1,
    coverage: { complete: [SCOPE] },
    resources: resourcesOf(value, more),
    sites: [
      {
        name: "office",
        addressPrefixes: ["192.168.0.0/24"],
        vpnDevices: [
          {
            name: "edge",
            tunnels: [{ gatewayConnection: "connections/to-office", staticRoutes: ["172.20.0.0/16"] }],
          },
        ],
      },
      { name: "factory", addressPrefixes: ["172.21.0.0/16"] },
    ],
    providerRouters: [
      {
        name: "provider",
        circuits: ["expressRouteCircuits/line"],
        advertises: ["0.0.0.0/0"],
        site: "factory",
      },
    ],
    p2sUsers: [{ name: "staff", count: 9, maxConcurrent: 9, os: [], localNetworks: ["192.168.0.0/25"] }],
    observed: [
      { resource: `${NETWORK}/virtualNetworkGateways/hub`, name: "profileRoutes", value: value ?? null },
    ],
  };
  const { estate, diagnostics } = readEstate(readDocument("test.estate.json", JSON.stringify(file)));
  expect(diagnostics).toEqual([]);
  return runRules(chosen, indexEstate(estate)).map(({ rule }) => rule);
}

/** Everything that the rules read, all with one value. */
function resourcesOf(value: unknown, more: object): readonly object[] {
  const resource = (type: string, name: string, properties: object) => ({
    type: type.includes(".") ? type : `Microsoft.Network/${type}`,
    name,
    properties,
    ...more,
  });
  const gateway = (name: string, gatewayType: string) =>
    resource("virtualNetworkGateways", name, {
      gatewayType,
      enableBgp: value,
      allowRemoteVnetTraffic: value,
      bgpSettings: { bgpPeeringAddresses: [{ ipconfigurationId: value }] },
      customRoutes: { addressPrefixes: value },
      vpnClientConfiguration: {
        vpnClientAddressPool: { addressPrefixes: ["172.16.0.0/24"] },
        vpnClientProtocols: value,
        radiusServerAddress: value,
      },
      ipConfigurations: ["a", "b"].map((each) => ({
        name: each,
        properties: {
          subnet: { id: `virtualNetworks/${name.slice(0, 3)}/subnets/GatewaySubnet` },
          publicIPAddress: { id: "publicIPAddresses/address" },
        },
      })),
    });
  const connection = (name: string, from: string, properties: object) =>
    resource("connections", name, {
      virtualNetworkGateway1: { id: `virtualNetworkGateways/${from}` },
      enableBgp: value,
      trafficSelectorPolicies: value,
      ipsecPolicies: value,
      ingressNatRules: value,
      sharedKey: value,
      ...properties,
    });
  const toGateway = (from: string, to: string) =>
    connection(`${from}-${to}`, from, {
      connectionType: "Vnet2Vnet",
      virtualNetworkGateway2: { id: `virtualNetworkGateways/${to}` },
    });
  const network = (name: string, addressPrefix: string, peers: readonly string[]) =>
    resource("virtualNetworks", name, {
      addressSpace: { addressPrefixes: [addressPrefix] },
      dhcpOptions: { dnsServers: value },
      subnets: [
        {
          name: "web",
          properties: {
            addressPrefix,
            routeTable: value,
            networkSecurityGroup: { id: "networkSecurityGroups/group" },
          },
        },
        { name: "AzureFirewallSubnet", properties: { addressPrefix: value } },
        { name: "GatewaySubnet", properties: { routeTable: { id: "routeTables/gateway" } } },
      ],
      virtualNetworkPeerings: peers.map((peer) => ({
        name: peer,
        properties: { remoteVirtualNetwork: { id: `virtualNetworks/${peer}` }, useRemoteGateways: value },
      })),
    });
  return [
    network("hub", "10.0.0.0/22", ["one", "two"]),
    network("one", "10.0.4.0/22", ["hub"]),
    network("two", "10.0.8.0/22", ["hub"]),
    gateway("hub", "Vpn"),
    gateway("one", "Vpn"),
    gateway("two", "Vpn"),
    gateway("hub-er", "ExpressRoute"),
    gateway("two-er", "ExpressRoute"),
    toGateway("hub", "one"),
    toGateway("one", "hub"),
    toGateway("hub", "two"),
    toGateway("two", "hub"),
    connection("to-office", "hub", {
      connectionType: "IPsec",
      localNetworkGateway2: { id: "localNetworkGateways/office" },
    }),
    ...["hub-er", "two-er"].map((from) =>
      connection(`${from}-line`, from, {
        connectionType: "ExpressRoute",
        peer: { id: "expressRouteCircuits/line" },
      }),
    ),
    resource("expressRouteCircuits", "line", {}),
    resource("localNetworkGateways", "office", { localNetworkAddressSpace: { addressPrefixes: value } }),
    resource("virtualNetworkGateways/natRules", "hub/nat", {
      type: value,
      mode: value,
      internalMappings: value,
    }),
    resource("networkSecurityGroups", "group", {
      securityRules: [
        { name: "in", properties: { direction: value, access: "Allow", sourceAddressPrefix: "10.0.8.0/24" } },
        {
          name: "out",
          properties: { direction: "Outbound", access: value, destinationAddressPrefix: value },
        },
      ],
    }),
    resource("azureFirewalls", "firewall", { ipConfigurations: value }),
    resource("privateDnsZones", "contoso.internal", {}),
    resource("privateDnsZones/virtualNetworkLinks", "contoso.internal/hub", {
      virtualNetwork: { id: "virtualNetworks/hub" },
      registrationEnabled: value,
    }),
    resource("privateDnsZones/virtualNetworkLinks", "contoso.internal/some", { virtualNetwork: value }),
    resource("dnsForwardingRulesets", "forwarding", {}),
    resource("dnsForwardingRulesets/forwardingRules", "forwarding/all", { domainName: value }),
    resource("dnsForwardingRulesets/virtualNetworkLinks", "forwarding/hub", { virtualNetwork: value }),
    resource("Microsoft.Authorization/policyAssignments", "listed", {
      policyDefinitionId: "/policyDefinitions/Deny-VNET-Peering-To-Non-Approved-VNETs",
      parameters: { allowedVnets: { value } },
    }),
    resource("Microsoft.Authorization/policyAssignments", "routed", {
      policyDefinitionId: "/policyDefinitions/Deny-Subnet-Without-Udr",
      parameters: { excludedSubnets: { value } },
    }),
    resource("Microsoft.Authorization/policyAssignments", "encrypted", {
      policyDefinitionId: "/policyDefinitions/50b83b09-03da-41c1-b656-c293c914862b",
    }),
    resource("publicIPAddresses", "address", { ipAddress: value }),
    resource("routeTables", "gateway", {
      routes: [{ name: "all", properties: { addressPrefix: value, nextHopType: "None" } }],
    }),
    resource("Microsoft.Authorization/policyAssignments", "some", {
      policyDefinitionId: value,
      parameters: value,
      notScopes: value,
      enforcementMode: value,
    }),
  ];
}

it("knows every rule that it asks", () => {
  expect(chosen.map(({ id }) => id).sort()).toEqual([...JOINING].sort());
});

it("says nothing of values that nobody knows", () => {
  expect(findingsIn({ kind: "unknown", because: "it is a parameter" })).toEqual([]);
});

it("says nothing of what is not said of existing resources", () => {
  expect(findingsIn(undefined, { existing: true })).toEqual([]);
});

it.each([null, 0, "", "text", true, [], [null], [[]], {}, { id: 0 }])(
  "reads %j in any place without a stumble",
  (odd) => {
    expect(() => findingsIn(odd)).not.toThrow();
  },
);
