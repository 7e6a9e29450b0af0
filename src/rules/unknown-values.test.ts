import { expect, it } from "vitest";
import { indexEstate } from "../model/estate-index.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { rules } from "./index.ts";
import { runRules } from "./run-rules.ts";

const COMPLETE = "/subscriptions/00000000-0000-0000-0000-000000000000";

function findingsIn(resources: readonly object[]): readonly string[] {
  const file = { formatVersion: 1, coverage: { complete: [COMPLETE] }, resources };
  const { estate, diagnostics } = readEstate(readDocument("test.estate.json", JSON.stringify(file)));
  expect(diagnostics).toEqual([]);
  return runRules(rules, indexEstate(estate)).map(({ rule }) => rule);
}

const unknown = { kind: "unknown", because: "it is a parameter" };
const resource = (type: string, name: string, properties: object, more: object = {}) => ({
  type: `Microsoft.Network/${type}`,
  name,
  properties,
  ...more,
});

it("says nothing of values that nobody knows", () => {
  const found = findingsIn([
    resource("virtualNetworks", "a", { addressSpace: unknown, dhcpOptions: unknown, subnets: unknown }),
    resource(
      "virtualNetworks",
      "b",
      {
        addressSpace: { addressPrefixes: [unknown] },
        dhcpOptions: { dnsServers: [unknown] },
        subnets: [
          {
            name: "web",
            properties: { addressPrefix: unknown, routeTable: unknown, networkSecurityGroup: unknown },
          },
          { name: "data", properties: { addressPrefix: "10.0.0.0/24", routeTable: { id: unknown } } },
          {
            name: "GatewaySubnet",
            properties: { addressPrefixes: unknown, networkSecurityGroup: { id: unknown } },
          },
        ],
        virtualNetworkPeerings: [{ name: "far", properties: { remoteVirtualNetwork: { id: unknown } } }],
      },
      { location: unknown },
    ),
    resource("routeTables", "routes", {
      disableBgpRoutePropagation: unknown,
      routes: [
        {
          name: "a",
          properties: { addressPrefix: unknown, nextHopType: unknown, nextHopIpAddress: unknown },
        },
        {
          name: "b",
          properties: {
            addressPrefix: "10.0.0.0/8",
            nextHopType: "VirtualAppliance",
            nextHopIpAddress: unknown,
          },
        },
        {
          name: "c",
          properties: { addressPrefix: "10.1.0.0/16", nextHopType: unknown, nextHopIpAddress: "10.9.9.9" },
        },
      ],
    }),
    resource("networkInterfaces", "nic", { enableIPForwarding: unknown, ipConfigurations: unknown }),
  ]);

  expect(found).toEqual([]);
});

it("says nothing of what is not said of existing resources", () => {
  const found = findingsIn([
    resource(
      "virtualNetworks",
      "a",
      { subnets: [{ name: "web" }, { name: "gatewaysubnet" }] },
      { existing: true },
    ),
    resource(
      "routeTables",
      "routes",
      {
        routes: [{ name: "a", properties: { addressPrefix: "10.0.0.0/8", nextHopType: "VirtualAppliance" } }],
      },
      { existing: true },
    ),
    resource("networkInterfaces", "nic", {}, { existing: true }),
  ]);

  expect(found).toEqual([]);
});

it.each([null, 0, "", "text", [], [null], [[]], {}, { id: 0 }])(
  "reads %j in any place without a stumble",
  (odd) => {
    const found = () =>
      findingsIn([
        resource("virtualNetworks", "a", {
          addressSpace: odd,
          dhcpOptions: { dnsServers: odd },
          subnets: [
            {
              name: "web",
              properties: { addressPrefix: odd, addressPrefixes: odd, routeTable: odd, delegations: odd },
            },
          ],
          virtualNetworkPeerings: [{ name: "far", properties: { remoteVirtualNetwork: odd } }],
        }),
        resource("routeTables", "routes", {
          disableBgpRoutePropagation: odd,
          routes: [
            {
              name: "a",
              properties: { addressPrefix: odd, nextHopType: odd, nextHopIpAddress: odd, nextHop: odd },
            },
          ],
        }),
        resource("networkInterfaces", "nic", { enableIPForwarding: odd, ipConfigurations: odd }),
      ]);

    expect(found).not.toThrow();
  },
);
