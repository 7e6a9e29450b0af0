import { expect, it } from "vitest";
import type { PlannedParts, Wish } from "../../model/connection-kind.ts";
import { emptyEstate } from "../../model/estate.ts";
import { indexEstate } from "../../model/estate-index.ts";
import type { VirtualNetworkIntent } from "../../model/intent.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { ValueObject } from "../../model/unknown.ts";
import { vnetToVnet } from "./index.ts";

const REGIONS: Readonly<Record<string, string>> = { hub: "westeurope", far: "japaneast", near: "westeurope" };
const at = (...path: readonly (string | number)[]) => ({ file: "network.yaml", path });
const root = (name: string) => `/subscriptions/s/resourceGroups/${name}s/providers/Microsoft.Network`;

function resource(owner: string, type: string, name: string, properties: ValueObject): Resource {
  return {
    id: `${root(owner)}/${type}/${name}`,
    type: `Microsoft.Network/${type}`,
    name,
    location: REGIONS[owner] ?? "",
    properties,
    origin: at("virtualNetworks", owner),
  };
}

const networkOf = (name: string) => resource(name, "virtualNetworks", name, {});
const gatewayOf = (name: string) =>
  resource(name, "virtualNetworkGateways", `${name}-vpn`, {
    gatewayType: "Vpn",
    ipConfigurations: [
      { properties: { subnet: { id: `${root(name)}/virtualNetworks/${name}/subnets/GatewaySubnet` } } },
    ],
  });

function end(name: string) {
  const network: VirtualNetworkIntent = {
    name,
    region: REGIONS[name],
    scope: {},
    addressSpace: [],
    dualStack: false,
    growth: { type: "nextPowerOfTwo" },
    subnets: [],
    tags: {},
    origin: at("virtualNetworks", name),
  };
  return { type: "virtualNetwork" as const, name, network };
}

const wish: Wish = {
  name: "hub - far",
  ends: [end("hub"), end("far")],
  needs: {},
  origin: at("connections", 0),
};

const plan: PlannedParts = {
  resourceOf: networkOf,
  hostOf: (name) => name,
  natRangesOf: () => [],
  facilityOf(demand) {
    const name = "virtualNetwork" in demand.at ? demand.at.virtualNetwork : "";
    const { facility } = demand;
    const sized = { facility, title: "VPN gateway", at: demand.at, name: `${name}-vpn`, sku: "VpnGw1AZ" };
    return {
      sized: { ...sized, demands: [demand], addresses: [], meters: [], because: [] },
      resource: gatewayOf(name),
    };
  },
};

const build = (one: Wish) => vnetToVnet.build?.(one, plan) ?? [];

function recognise(resources: readonly Resource[]) {
  const estate = { ...emptyEstate, resources: new Map(resources.map((one) => [keyOf(one.id), one])) };
  return vnetToVnet.recognise?.(indexEstate(estate)) ?? [];
}

it("builds a connection from either side, each beside its own network and in its region", () => {
  const [there, back] = build(wish);

  expect(there).toMatchObject({
    id: `${root("hub")}/connections/hub-to-far`,
    location: "westeurope",
    properties: {
      virtualNetworkGateway1: { id: gatewayOf("hub").id },
      virtualNetworkGateway2: { id: gatewayOf("far").id },
      connectionType: "Vnet2Vnet",
      enableBgp: false,
    },
  });
  expect(back).toMatchObject({ id: `${root("far")}/connections/far-to-hub`, location: "japaneast" });
});

it("asks for one key: both connections hold the same unknown", () => {
  const [there, back] = build(wish);

  expect(there?.properties["sharedKey"]).toMatchObject({ kind: "unknown" });
  expect(there?.properties["sharedKey"]).toBe(back?.properties["sharedKey"]);
});

it("speaks BGP only where the settings say so, and then demands it of both gateways", () => {
  const one = { ...wish, settings: { value: { bgp: true }, origin: at("settings") } };

  expect(build(one).map(({ properties }) => properties["enableBgp"])).toEqual([true, true]);
  expect(vnetToVnet.demands?.(one, (name) => name)).toEqual([
    {
      facility: "vpn-gateway",
      at: { virtualNetwork: "hub" },
      asks: { tunnels: 1, bgp: true },
      usedBy: "hub - far",
    },
    {
      facility: "vpn-gateway",
      at: { virtualNetwork: "far" },
      asks: { tunnels: 1, bgp: true },
      usedBy: "hub - far",
    },
  ]);
});

it("demands the gateways of its ends themselves, with all the bandwidth in one tunnel", () => {
  const needs = { bandwidth: { value: { atLeastMbps: 800, guaranteed: false }, origin: at("needs") } };
  const demands = vnetToVnet.demands?.({ ...wish, needs }, () => "another") ?? [];

  expect(demands.map((demand) => demand.at)).toEqual([{ virtualNetwork: "hub" }, { virtualNetwork: "far" }]);
  expect(demands[0]?.asks).toEqual({ tunnels: 1, bandwidthMbps: 800, perTunnelMbps: 800 });
});

it("recognises what it builds as one connection, on the backbone and encrypted", () => {
  const both = [networkOf("hub"), networkOf("far"), gatewayOf("hub"), gatewayOf("far"), ...build(wish)];

  expect(recognise(both)).toMatchObject([
    {
      kind: "vnet-to-vnet",
      ends: [keyOf(networkOf("hub").id), keyOf(networkOf("far").id)],
      resources: build(wish).map(({ id }) => keyOf(id)),
      state: "up",
      encrypted: true,
      crossesInternet: false,
    },
  ]);
});

it("a connection that the far gateway does not answer is down; partial where that gateway is not here", () => {
  const [there] = build(wish);
  const alone = there ? [networkOf("hub"), gatewayOf("hub"), there] : [];

  expect(recognise([...alone, gatewayOf("far")])).toMatchObject([{ state: "down" }]);
  expect(recognise(alone)).toMatchObject([
    { state: "partial", ends: [keyOf(networkOf("hub").id), keyOf(gatewayOf("far").id)] },
  ]);
  expect(recognise([...alone, { ...gatewayOf("far"), existing: true as const }])).toMatchObject([
    { state: "partial" },
  ]);
});

it.each([
  {
    to: "far",
    egress: [
      ["Zone 1", 500],
      ["Zone 2", 100],
    ],
    why: "each side pays what leaves it, by its zone",
  },
  { to: "near", egress: [], why: "within a region data is free" },
])("bills both tunnels by the hour; $why", ({ to, egress }) => {
  const one: Wish = { ...wish, ends: [end("hub"), end(to)] };
  const [connection] = recognise([
    networkOf("hub"),
    networkOf(to),
    gatewayOf("hub"),
    gatewayOf(to),
    ...build(one),
  ]);
  const meters = connection?.meters({ there: 500, back: 100 }) ?? [];

  expect(meters.filter(({ unit }) => unit === "hour").map(({ location }) => location)).toEqual([
    REGIONS["hub"],
    REGIONS[to],
  ]);
  const data = meters.filter(({ unit }) => unit === "GB");
  expect(data.map(({ location, quantity }) => [location, quantity])).toEqual(egress);
});

it("names virtual network encryption where encryption is asked for, and does not count it", () => {
  const encryption = { value: "betweenNetworks" as const, origin: at("connections", 0, "needs") };

  const notes = vnetToVnet.notes?.({ ...wish, needs: { encryption } });

  expect(notes).toEqual([
    {
      text: expect.stringMatching(/virtual network encryption.*not counted as proof/),
      source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
    },
  ]);
  expect(vnetToVnet.notes?.({ ...wish, needs: {} })).toEqual([]);
});
