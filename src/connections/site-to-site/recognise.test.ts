import { expect, it } from "vitest";
import { emptyEstate, type Site } from "../../model/estate.ts";
import { type EstateIndex, indexEstate } from "../../model/estate-index.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { ValueObject } from "../../model/unknown.ts";
import { siteToSite } from "./index.ts";

const ROOT = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network";
const HUB = keyOf(`${ROOT}/virtualNetworks/hub`);
const origin = { file: "estate", path: [] };

function resource(type: string, name: string, properties: ValueObject): Resource {
  return {
    id: `${ROOT}/${type}/${name}`,
    type: `Microsoft.Network/${type}`,
    name,
    location: "West Europe",
    properties,
    origin,
  };
}

const gateway = resource("virtualNetworkGateways", "hub-vpn", {
  gatewayType: "Vpn",
  ipConfigurations: [{ properties: { subnet: { id: `${ROOT}/virtualNetworks/hub/subnets/GatewaySubnet` } } }],
});
const hub = resource("virtualNetworks", "hub", {});
const local = (name: string, gatewayIpAddress: string) =>
  resource("localNetworkGateways", name, { gatewayIpAddress });
const tunnel = (name: string, to: string, more: ValueObject = {}) =>
  resource("connections", name, {
    connectionType: "IPsec",
    virtualNetworkGateway1: { id: gateway.id },
    localNetworkGateway2: { id: `${ROOT}/localNetworkGateways/${to}` },
    ...more,
  });

function estateOf(resources: readonly Resource[], sites: readonly Site[] = []): EstateIndex {
  const all = [hub, gateway, ...resources].map((one): [string, Resource] => [keyOf(one.id), one]);
  return indexEstate({ ...emptyEstate, resources: new Map(all), sites });
}

const recognise = (estate: EstateIndex) => siteToSite.recognise?.(estate) ?? [];
const amsterdam: Site = {
  name: "Amsterdam",
  addressPrefixes: ["192.168.0.0/24"],
  vpnDevices: [
    { name: "one", publicIpAddress: "198.51.100.10", tunnels: [], origin },
    { name: "two", tunnels: [{ gatewayConnection: `${ROOT}/connections/b`, origin }], origin },
  ],
  origin,
};

it("joins a network and the site whose device ends the tunnel, by address or by name, with all tunnels", () => {
  const estate = estateOf(
    [local("a", "198.51.100.10"), local("b", "198.51.100.99"), tunnel("a", "a"), tunnel("b", "b")],
    [amsterdam],
  );

  expect(recognise(estate)).toMatchObject([
    {
      kind: "site-to-site",
      ends: [HUB, "Amsterdam"],
      resources: [
        keyOf(`${ROOT}/connections/a`),
        keyOf(`${ROOT}/connections/b`),
        keyOf(`${ROOT}/localNetworkGateways/a`),
        keyOf(`${ROOT}/localNetworkGateways/b`),
      ],
      label: "Site-to-Site VPN",
      state: "up",
      encrypted: true,
      crossesInternet: true,
    },
  ]);
});

it("ends at the local network gateway where no site is known, and at the gateway where no network is", () => {
  const strange = tunnel("b", "b", { virtualNetworkGateway1: { id: `${ROOT}/virtualNetworkGateways/gone` } });
  const estate = estateOf([local("a", "198.51.100.10"), tunnel("a", "a"), strange]);

  expect(recognise(estate).map(({ ends }) => ends)).toEqual([
    [HUB, keyOf(`${ROOT}/localNetworkGateways/a`)],
    [keyOf(`${ROOT}/virtualNetworkGateways/gone`), keyOf(`${ROOT}/localNetworkGateways/b`)],
  ]);
});

it("takes no other type of connection, and none without a far side", () => {
  const estate = estateOf([
    tunnel("a", "a", { connectionType: "Vnet2Vnet" }),
    tunnel("b", "b", { localNetworkGateway2: null }),
  ]);

  expect(recognise(estate)).toEqual([]);
});

it.each([
  { statuses: ["Connected", "Connected"], state: "up" },
  { statuses: ["Connected", "NotConnected"], state: "partial" },
  { statuses: ["NotConnected", "NotConnected"], state: "down" },
  { statuses: ["Connecting"], state: "partial" },
  { statuses: ["Unknown"], state: "up" },
])("is $state with $statuses", ({ statuses, state }) => {
  const tunnels = statuses.map((connectionStatus, index) => tunnel(`t${index}`, "a", { connectionStatus }));

  expect(recognise(estateOf([local("a", "198.51.100.10"), ...tunnels]))).toMatchObject([{ state }]);
});

it("bills each tunnel by the hour, and what leaves Azure once", () => {
  const estate = estateOf([local("a", "198.51.100.10"), tunnel("a", "a"), tunnel("b", "a")], [amsterdam]);

  const meters = recognise(estate)[0]?.meters({ there: 500, back: 100 }) ?? [];

  expect(meters.map(({ meterName, location, quantity }) => [meterName, location, quantity])).toEqual([
    ["S2S Connection", "westeurope", 730],
    ["S2S Connection", "westeurope", 730],
    ["Standard Data Transfer Out", "westeurope", 500],
  ]);
});

it("tunnels between private addresses cross no internet, and their data is billed with the circuit", () => {
  const site: Site = {
    name: "Berlin",
    addressPrefixes: ["192.168.4.0/24"],
    vpnDevices: [{ name: "one", privateIpAddress: "192.168.4.4", tunnels: [], origin }],
    origin,
  };
  const isPrivate = { useLocalAzureIpAddress: true };

  const [found] = recognise(
    estateOf([local("berlin", "192.168.4.4"), tunnel("a", "berlin", isPrivate)], [site]),
  );

  expect(found).toMatchObject({ ends: [HUB, "Berlin"], crossesInternet: false, encrypted: true });
  expect(found?.meters({ there: 100, back: 0 }).map(({ unit }) => unit)).not.toContain("GB");
});

it("one tunnel over the internet is enough to cross it", () => {
  const [found] = recognise(
    estateOf([
      local("berlin", "192.168.4.4"),
      tunnel("a", "berlin", { useLocalAzureIpAddress: true }),
      tunnel("b", "berlin"),
    ]),
  );

  expect(found?.crossesInternet).toBe(true);
});
