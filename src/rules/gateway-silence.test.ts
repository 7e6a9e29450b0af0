import { expect, it } from "vitest";
import { indexEstate } from "../model/estate-index.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { expressRouteCircuitRules } from "./express-route-circuit/index.ts";
import { expressRouteConnectionRules } from "./express-route-connection/index.ts";
import { expressRouteGatewayRules } from "./express-route-gateway/index.ts";
import { expressRoutePortRules } from "./express-route-port/index.ts";
import { runRules } from "./run-rules.ts";
import { vpnClientConfigurationRules } from "./vpn-client-configuration/index.ts";

const COMPLETE = "/subscriptions/00000000-0000-0000-0000-000000000000";
const rules = [
  ...expressRouteCircuitRules,
  ...expressRouteConnectionRules,
  ...expressRouteGatewayRules,
  ...expressRoutePortRules,
  ...vpnClientConfigurationRules,
];

function findingsIn(resources: readonly object[]): readonly string[] {
  const p2sUsers = [{ name: "staff", count: 9, maxConcurrent: 9, os: ["Windows", "BeOS"] }];
  const file = { formatVersion: 1, coverage: { complete: [COMPLETE] }, resources, p2sUsers };
  const { estate, diagnostics } = readEstate(readDocument("test.estate.json", JSON.stringify(file)));
  expect(diagnostics).toEqual([]);
  return runRules(rules, indexEstate(estate)).map(({ rule }) => rule);
}

/** Everything that the rules read, all with one value. */
function resourcesOf(value: unknown, more: object = {}): readonly object[] {
  const resource = (type: string, name: string, properties: object, envelope: object = {}) => ({
    type: `Microsoft.Network/${type}`,
    name,
    properties,
    ...envelope,
    ...more,
  });
  const subnet = { subnet: { id: "virtualNetworks/hub/subnets/GatewaySubnet" } };
  const gateway = (type: string) => ({
    gatewayType: type,
    vpnType: value,
    activeActive: value,
    allowRemoteVnetTraffic: value,
    autoScaleConfiguration: { bounds: { min: value, max: value } },
    ipConfigurations: [{ name: "default", properties: subnet }],
  });
  const peering = {
    peeringType: "AzurePrivatePeering",
    peerASN: value,
    vlanId: value,
    primaryPeerAddressPrefix: value,
    secondaryPeerAddressPrefix: value,
    routeFilter: value,
  };
  const clients = {
    vpnClientAddressPool: { addressPrefixes: ["172.20.0.0/24"] },
    vpnClientProtocols: value,
    vpnAuthenticationTypes: value,
    vpnClientRootCertificates: value,
    radiusServerAddress: value,
    aadTenant: value,
    aadAudience: value,
    aadIssuer: value,
  };
  return [
    resource("virtualNetworks", "hub", {
      addressSpace: value,
      subnets: [{ name: "GatewaySubnet", properties: { addressPrefix: value } }],
    }),
    resource(
      "expressRouteCircuits",
      "circuit",
      {
        serviceProviderProperties: { peeringLocation: value, bandwidthInMbps: value },
        expressRoutePort: value,
        bandwidthInGbps: value,
        serviceProviderProvisioningState: value,
        peerings: [{ name: "AzurePrivatePeering", properties: peering }],
      },
      { sku: { tier: value, family: value } },
    ),
    resource("virtualNetworkGateways", "er", { ...gateway("ExpressRoute"), sku: { name: value } }),
    resource("virtualNetworkGateways", "vpn", { ...gateway("Vpn"), vpnClientConfiguration: clients }),
    resource("virtualNetworkGateways", "other", { ...gateway("Vpn"), vpnClientConfiguration: value }),
    resource("connections", "connection", {
      connectionType: "ExpressRoute",
      virtualNetworkGateway1: { id: "virtualNetworkGateways/er" },
      peer: { id: "expressRouteCircuits/circuit" },
      expressRouteGatewayBypass: value,
      enablePrivateLinkFastPath: value,
    }),
    resource("expressRoutePorts", "port", { bandwidthInGbps: value, links: value }),
    resource("expressRoutePorts", "second", {
      links: [{ name: "link1", properties: { adminState: value, macSecConfig: value } }],
    }),
  ];
}

it("says nothing of values that nobody knows", () => {
  expect(findingsIn(resourcesOf({ kind: "unknown", because: "it is a parameter" }))).toEqual([]);
});

it("says nothing of what is not said of existing resources", () => {
  expect(findingsIn(resourcesOf(undefined, { existing: true }))).toEqual([]);
});

it.each([null, 0, "", "text", true, [], [null], [[]], {}, { id: 0 }])(
  "reads %j in any place without a stumble",
  (odd) => {
    expect(() => findingsIn(resourcesOf(odd))).not.toThrow();
  },
);
