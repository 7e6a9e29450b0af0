import { expect, it } from "vitest";
import { allRules } from "../analyse.ts";
import { indexEstate } from "../model/estate-index.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { runRules } from "./run-rules.ts";

const FOUND_HERE = [
  "connection/missing-remote-end",
  "network-interface/invalid-reference",
  "subnet/invalid-reference",
  "virtual-network-gateway/invalid-reference",
  "virtual-network-peering/missing-remote-virtual-network",
];

function findingsIn(resources: readonly object[]): readonly string[] {
  const text = JSON.stringify({ formatVersion: 1, resources });
  const { estate, diagnostics } = readEstate(readDocument("test.estate.json", text));
  expect(diagnostics).toEqual([]);
  return runRules(allRules, indexEstate(estate))
    .filter(({ rule }) => FOUND_HERE.includes(rule))
    .map(({ message }) => message)
    .sort();
}

function resource(type: string, name: string, properties: object): object {
  return { type: `Microsoft.Network/${type}`, name, properties };
}

function sentence(who: string, property: string): string {
  return `${who} has a text as its ${property}, where Azure takes an object with an id.`;
}

/** What each names, as a text, as an object, or unknown. */
function resourcesThatName(reference: (id: string) => unknown): readonly object[] {
  return [
    resource("virtualNetworks", "hub", {
      addressSpace: { addressPrefixes: ["10.0.0.0/22"] },
      subnets: [
        {
          name: "web",
          properties: {
            addressPrefix: "10.0.0.0/24",
            routeTable: reference("routeTables/r"),
            networkSecurityGroup: reference("networkSecurityGroups/n"),
            natGateway: reference("natGateways/n"),
          },
        },
      ],
      virtualNetworkPeerings: [
        {
          name: "to-far",
          properties: { allowForwardedTraffic: true, remoteVirtualNetwork: reference("virtualNetworks/far") },
        },
      ],
    }),
    resource("virtualNetworkGateways", "vpn", {
      ipConfigurations: [
        { name: "one", properties: { subnet: { id: "virtualNetworks/hub/subnets/GatewaySubnet" } } },
        {
          name: "two",
          properties: {
            subnet: reference("virtualNetworks/hub/subnets/GatewaySubnet"),
            publicIPAddress: reference("publicIPAddresses/p"),
          },
        },
      ],
    }),
    resource("networkInterfaces", "nic", {
      networkSecurityGroup: reference("networkSecurityGroups/n"),
      ipConfigurations: [
        { name: "one", properties: { subnet: reference("virtualNetworks/hub/subnets/web") } },
      ],
    }),
    resource("connections", "c", {
      connectionType: "IPsec",
      virtualNetworkGateway1: reference("virtualNetworkGateways/vpn"),
      localNetworkGateway2: reference("localNetworkGateways/l"),
    }),
  ];
}

it("finds ids of other resources that are bare texts, each once", () => {
  expect(findingsIn(resourcesThatName((id) => id))).toEqual([
    sentence("The peering to-far of hub", "remoteVirtualNetwork"),
    sentence("c", "localNetworkGateway2"),
    sentence("c", "virtualNetworkGateway1"),
    sentence("hub/web", "natGateway"),
    sentence("hub/web", "networkSecurityGroup"),
    sentence("hub/web", "routeTable"),
    sentence("nic", "networkSecurityGroup"),
    sentence("nic", "subnet"),
    sentence("vpn", "publicIPAddress"),
    sentence("vpn", "subnet"),
  ]);
});

it("says so of none that is an object, or that nobody knows", () => {
  expect(findingsIn(resourcesThatName((id) => ({ id })))).toEqual([]);
  expect(findingsIn(resourcesThatName(() => ({ kind: "unknown", because: "it is a parameter" })))).toEqual(
    [],
  );
});

it("says what names nothing at all", () => {
  expect(findingsIn(resourcesThatName(() => undefined))).toEqual([
    "The peering to-far of hub does not say which network it leads to.",
    "c is of the type IPsec and names no local network gateway to end at.",
    "c names no virtual network gateway to begin at.",
  ]);
});
