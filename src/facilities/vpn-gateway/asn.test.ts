import { expect, it } from "vitest";
import type { Demand } from "../../model/demand.ts";
import type { Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import { chooseAsn } from "./asn.ts";

const ORIGIN = { file: "network.yaml", path: [] };

const network = (name: string, role?: "hub"): VirtualNetworkIntent => ({
  name,
  ...(role ? { role } : {}),
  region: "westeurope",
  scope: {},
  addressSpace: [],
  dualStack: false,
  growth: { type: "nextPowerOfTwo" },
  subnets: [],
  tags: {},
  origin: ORIGIN,
});

const intentOf = (
  virtualNetworks: readonly VirtualNetworkIntent[],
  siteAsns: readonly number[] = [],
): Intent => ({
  name: "contoso",
  pools: [],
  reserved: [],
  virtualNetworks,
  sites: [
    {
      name: "berlin",
      addressSpace: [],
      vpnDevices: siteAsns.map((asn) => ({ publicIp: "203.0.113.1", asn, origin: ORIGIN })),
      circuits: [],
      origin: ORIGIN,
    },
  ],
  p2sUsers: [],
  connections: [],
  isolate: [],
  prefer: "checklist",
  broken: new Set(),
  origin: ORIGIN,
});

const bgpTo = (at: string, usedBy: string): Demand => ({
  facility: "vpn-gateway",
  at: { virtualNetwork: at },
  asks: { tunnels: 1, bgp: true },
  usedBy,
});

const three = intentOf([network("orders"), network("hub", "hub"), network("billing")]);
const asnAt = (at: string, names: readonly string[], intent = three) =>
  chooseAsn(
    at,
    names.map((name) => bgpTo(at, name)),
    intent,
  ).asn;

it("keeps Azure's own towards a site", () => {
  expect(asnAt("orders", ["orders - berlin"])).toBe(65515);
});

it("keeps Azure's own in the hub, and gives the others one by name", () => {
  expect(asnAt("hub", ["hub - orders", "billing - hub"])).toBe(65515);
  expect(asnAt("orders", ["hub - orders"])).not.toBe(65515);
});

it("gives joined gateways different ASNs, all in a mesh", () => {
  const networks = Array.from({ length: 200 }, (_, index) => network(`spoke-${index}`));
  const intent = intentOf(networks);
  const asns = networks.map(({ name }) =>
    asnAt(
      name,
      networks.filter((other) => other.name !== name).map((other) => `${name} - ${other.name}`),
      intent,
    ),
  );

  expect(new Set(asns).size).toBe(networks.length);
  expect(asns.every((asn) => (asn >= 64512 && asn <= 65515) || (asn >= 65521 && asn <= 65534))).toBe(true);
});

it("does not keep it for a connection of others that goes by its gateway", () => {
  expect(asnAt("hub", ["billing - orders"])).not.toBe(65515);
});

it("gives the same in any order of networks, and leaves the ASNs of devices to them", () => {
  const other = intentOf([network("billing"), network("orders"), network("hub", "hub")]);
  const asn = asnAt("orders", ["hub - orders"]);
  const taken = intentOf(three.virtualNetworks, [asn]);

  expect(asnAt("orders", ["hub - orders"], other)).toBe(asn);
  expect(asnAt("orders", ["hub - orders"], taken)).not.toBe(asn);
});
