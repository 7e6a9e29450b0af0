import { expect, it } from "vitest";
import {
  address,
  defaultLayer,
  gatewayLayer,
  nothingLearned,
  prefix,
  row,
  systemLayer,
  table,
  topologyOf,
  userLayer,
} from "../../test/routing/topology-builder.ts";
import type { Layer, NextHop, Row } from "../model/topology.ts";
import { type EffectiveRoutesOptions, effectiveRoutes } from "./effective-routes.ts";

const toAppliance: NextHop = { to: "addresses", addresses: [address("10.0.100.4")] };
const toGateway: NextHop = { to: "nodes", nodes: ["gw#0"] };

function vnet(range: string, more: Partial<Row> = {}): Row {
  return row(range, { to: "members", network: "vnet1" }, { nextHopType: "VnetLocal", ...more });
}

function peered(range: string, more: Partial<Row> = {}): Row {
  return row(range, { to: "link", link: "peering" }, { nextHopType: "VNetPeering", ...more });
}

function nowhere(range: string): Row {
  return row(range, { to: "none" }, { nextHopType: "None", unlessDefaultRoute: true });
}

function onPremises(range: string, hops: readonly string[] = ["10.0.255.4"]): Row {
  return row(range, toGateway, { nextHopType: "VirtualNetworkGateway", nextHopIpAddresses: hops });
}

function viaAppliance(range: string): Row {
  return row(range, toAppliance, { nextHopType: "VirtualAppliance", nextHopIpAddresses: ["10.0.100.4"] });
}

const internet = row("0.0.0.0/0", { to: "internet" }, { nextHopType: "Internet" });

function listed(layers: readonly Layer[], options?: EffectiveRoutesOptions): readonly string[] {
  return effectiveRoutes(table("t", ...layers), nothingLearned, options).map(
    ({ source, state, addressPrefix, nextHopType, nextHopIpAddress }) =>
      [source, state, addressPrefix, nextHopType, ...nextHopIpAddress].join(" "),
  );
}

const documented = [
  systemLayer([vnet("10.0.0.0/16"), peered("10.1.0.0/16"), peered("10.2.0.0/16")]),
  gatewayLayer([onPremises("10.10.0.0/16")]),
  defaultLayer([internet, nowhere("10.0.0.0/8"), nowhere("192.168.0.0/16")]),
];

/** https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#routing-example */
it("lists the documented example's Subnet1", () => {
  const user = userLayer([
    viaAppliance("10.0.0.0/16"),
    row("10.0.0.0/24", { to: "members", network: "vnet1" }, { nextHopType: "VnetLocal" }),
    row("10.1.0.0/16", { to: "none" }, { nextHopType: "None" }),
    row("10.2.0.0/16", { to: "none" }, { nextHopType: "None" }),
    viaAppliance("10.10.0.0/16"),
    viaAppliance("0.0.0.0/0"),
  ]);

  expect(listed([...documented, user])).toEqual([
    "Default Invalid 10.0.0.0/16 VnetLocal",
    "Default Invalid 10.1.0.0/16 VNetPeering",
    "Default Invalid 10.2.0.0/16 VNetPeering",
    "VirtualNetworkGateway Invalid 10.10.0.0/16 VirtualNetworkGateway 10.0.255.4",
    "Default Invalid 0.0.0.0/0 Internet",
    "User Active 0.0.0.0/0 VirtualAppliance 10.0.100.4",
    "User Active 10.0.0.0/16 VirtualAppliance 10.0.100.4",
    "User Active 10.0.0.0/24 VnetLocal",
    "User Active 10.1.0.0/16 None",
    "User Active 10.2.0.0/16 None",
    "User Active 10.10.0.0/16 VirtualAppliance 10.0.100.4",
  ]);
});

it("lists the documented example's Subnet2, all of it active", () => {
  expect(listed(documented)).toEqual([
    "Default Active 10.0.0.0/16 VnetLocal",
    "Default Active 10.1.0.0/16 VNetPeering",
    "Default Active 10.2.0.0/16 VNetPeering",
    "VirtualNetworkGateway Active 10.10.0.0/16 VirtualNetworkGateway 10.0.255.4",
    "Default Active 0.0.0.0/0 Internet",
    "Default Active 10.0.0.0/8 None",
    "Default Active 192.168.0.0/16 None",
  ]);
});

it("lists neither the way to the internet nor those to nowhere beside a gateway's default route", () => {
  expect(
    listed([gatewayLayer([onPremises("0.0.0.0/0")]), defaultLayer([internet, nowhere("10.0.0.0/8")])]),
  ).toEqual(["VirtualNetworkGateway Active 0.0.0.0/0 VirtualNetworkGateway 10.0.255.4"]);
});

it("keeps the ways to nowhere under the user's own way to nowhere", () => {
  const user = userLayer([row("0.0.0.0/0", { to: "none" }, { nextHopType: "None" })]);

  expect(listed([defaultLayer([internet, nowhere("10.0.0.0/8")]), user])).toEqual([
    "Default Invalid 0.0.0.0/0 Internet",
    "Default Active 10.0.0.0/8 None",
    "User Active 0.0.0.0/0 None",
  ]);
});

it("does not list what a gateway says of the network's own ranges", () => {
  const layers = [
    systemLayer([vnet("10.0.0.0/16")]),
    gatewayLayer([onPremises("10.0.0.0/16"), onPremises("10.0.4.0/24")]),
  ];

  expect(listed(layers)).toEqual(["Default Active 10.0.0.0/16 VnetLocal"]);
});

it("lists one row for each next hop of a gateway, and equal rows once", () => {
  const layer = gatewayLayer([
    onPremises("10.10.0.0/16", ["10.0.255.4", "10.0.255.5"]),
    onPremises("10.10.0.0/16", ["10.0.255.5"]),
  ]);

  expect(listed([layer])).toEqual([
    "VirtualNetworkGateway Active 10.10.0.0/16 VirtualNetworkGateway 10.0.255.4",
    "VirtualNetworkGateway Active 10.10.0.0/16 VirtualNetworkGateway 10.0.255.5",
  ]);
});

it("lists a private endpoint as invalid under the user's route, and last", () => {
  const endpoint = vnet("10.0.7.99/32", {
    nextHopType: "InterfaceEndpoint",
    invalidUnder: prefix("10.0.0.0/16"),
  });
  const layers = [
    systemLayer([endpoint], { id: "endpoints" }),
    systemLayer([vnet("10.0.0.0/16")]),
    userLayer([viaAppliance("10.0.0.0/16")]),
  ];

  expect(listed(layers)).toEqual([
    "Default Invalid 10.0.0.0/16 VnetLocal",
    "User Active 10.0.0.0/16 VirtualAppliance 10.0.100.4",
    "Default Invalid 10.0.7.99/32 InterfaceEndpoint",
  ]);
});

it("keeps a service endpoint active under the user's route of the same prefix", () => {
  const service = row(
    "20.0.0.0/8",
    { to: "service", name: "Storage" },
    { nextHopType: "VirtualNetworkServiceEndpoint" },
  );
  const layers = [systemLayer([service], { final: true }), userLayer([viaAppliance("20.0.0.0/8")])];

  expect(listed(layers)).toEqual([
    "Default Active 20.0.0.0/8 VirtualNetworkServiceEndpoint",
    "User Invalid 20.0.0.0/8 VirtualAppliance 10.0.100.4",
  ]);
});

it("leaves out what is down, and IPv6 where it is not wanted", () => {
  const layers = [
    systemLayer([vnet("10.0.0.0/16"), vnet("fd00::/48"), peered("10.1.0.0/16", { needs: [["peering"]] })]),
  ];
  const down = { topology: topologyOf(), situation: { down: new Set(["peering"]) } };

  expect(listed(layers, { in: down, ipv6: false })).toEqual(["Default Active 10.0.0.0/16 VnetLocal"]);
  expect(listed(layers)).toHaveLength(3);
});
