import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Topology } from "../model/topology.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const SCOPE =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";
const STRONG =
  "{ saLifeTimeSeconds: 27000, ikeEncryption: AES256, ikeIntegrity: SHA384, dhGroup: ECP384, " +
  "ipsecEncryption: GCMAES256, ipsecIntegrity: GCMAES256, pfsGroup: ECP384 }";
const USUAL =
  "{ ikeEncryption: AES256, ikeIntegrity: SHA256, dhGroup: DHGroup2, " +
  "ipsecEncryption: AES256, ipsecIntegrity: SHA256, pfsGroup: None }";
const THERE = half("a-to-b", "a", "b");
const BACK = half("b-to-a", "b", "a");

it("is one tunnel for two halves, with the other network's own ranges written on both sides", () => {
  const topology = topologyOf([gateway("a", 1), gateway("b", 2), THERE, BACK]);

  const [link, ...others] = topology.links.values();
  expect(others).toEqual([]);
  expect(link).toMatchObject({
    id: `${SCOPE}/connections/a-to-b#0`,
    crossesInternet: false,
    needs: [[`${SCOPE}/connections/a-to-b`], [`${SCOPE}/connections/b-to-a`]],
  });
  expect(link?.brokenBecause).toBeUndefined();
  expect(topology.sessions.size).toBe(0);
  expect(written(topology, "a")).toEqual(["10.2.0.0/16"]);
  expect(written(topology, "b")).toEqual(["10.1.0.0/16"]);
});

it("speaks BGP where both halves do, and writes nothing down", () => {
  const bgp = "enableBgp: true";
  const topology = topologyOf([
    gateway("a", 1),
    gateway("b", 2),
    half("a-to-b", "a", "b", bgp),
    half("b-to-a", "b", "a", bgp),
  ]);

  expect([...topology.sessions.keys()]).toEqual([`${SCOPE}/connections/a-to-b#0/bgp`]);
  expect(written(topology, "a")).toEqual([]);
});

it.each([
  { near: "true", far: "true", tunnels: ["#0-0", "#0-1", "#1-0", "#1-1"] },
  { near: "true", far: "false", tunnels: ["#0", "#1"] },
  { near: "false", far: "true", tunnels: ["#0", "#1"] },
])("has $tunnels where the gateways run active-active: $near, $far", ({ near, far, tunnels }) => {
  const { links } = topologyOf([
    gateway("a", 1, `activeActive: ${near}`),
    gateway("b", 2, `activeActive: ${far}`),
    THERE,
    BACK,
  ]);

  expect([...links.keys()]).toEqual(tunnels.map((tunnel) => `${SCOPE}/connections/a-to-b${tunnel}`));
});

it("carries nothing with one half, unless the other gateway is in another estate", () => {
  const half = topologyOf([gateway("a", 1), gateway("b", 2), BACK]);
  const elsewhere = topologyOf([gateway("a", 1), `${gateway("b", 2)}\n    existing: true`, THERE]);

  expect([...half.links.values()][0]?.brokenBecause).toBe("a-gw has no connection back to the other gateway");
  expect([...elsewhere.links.values()][0]?.brokenBecause).toBeUndefined();
});

it("carries nothing between keys that are known to differ", () => {
  const [there, back] = ["connections/a-to-b", "connections/b-to-a"];

  expect(brokenWith([`${there}, connections/x`, `${back}, connections/y`])).toBe(
    "a-to-b and b-to-a have different shared keys",
  );
  expect(brokenWith([`${there}, ${back}`])).toBeUndefined();
  expect(brokenWith([`${there}, connections/x`])).toBeUndefined();
});

it.each([
  { there: STRONG, back: STRONG, broken: false, because: "they are the same" },
  {
    there: STRONG,
    back: STRONG.replace("27000", "14400"),
    broken: false,
    because: "lifetimes are each end's own",
  },
  {
    there: STRONG,
    back: STRONG.replace("pfsGroup: ECP384", "pfsGroup: None"),
    broken: false,
    because: "it comes up",
  },
  {
    there: STRONG,
    back: STRONG.replace("dhGroup: ECP384", "dhGroup: ECP256"),
    broken: true,
    because: "groups",
  },
  { there: STRONG, back: STRONG.replaceAll("GCMAES256", "GCMAES128"), broken: true, because: "phase 2" },
  { there: STRONG, back: undefined, broken: true, because: "no gateway takes that by itself" },
  { there: undefined, back: STRONG, broken: true, because: "no gateway takes that by itself" },
  { there: USUAL, back: undefined, broken: false, because: "every gateway takes that by itself" },
  { there: USUAL.replace("SHA256, dh", "SHA1, dh"), back: undefined, broken: false, because: "nobody knows" },
  { there: STRONG, back: "", broken: true, because: "an empty list is none" },
])("IPsec policies: broken is $broken, for $because", ({ there, back, broken }) => {
  const [first, second] = [there, back].map((policy) =>
    policy === undefined ? "enableBgp: false" : `ipsecPolicies: [${policy}]`,
  );
  const { links } = topologyOf([
    gateway("a", 1),
    gateway("b", 2),
    half("a-to-b", "a", "b", first),
    half("b-to-a", "b", "a", second),
  ]);
  const [link] = links.values();

  expect(link?.brokenBecause).toBe(broken ? "a-to-b and b-to-a have different IPsec policies" : undefined);
  if (!broken) expect(link?.ends[0].ipsecPolicy?.ike).toEqual(link?.ends[1].ipsecPolicy?.ike);
});

it("says that the far gateway is missing", () => {
  const { links, gaps } = topologyOf([gateway("a", 1), THERE]);

  expect(links.size).toBe(0);
  expect(gaps.map(({ because }) => because)).toContain(
    "the gateway at the far end of a-to-b, or its network, is not in the estate",
  );
});

function topologyOf(parts: readonly string[]): Topology {
  const text = `formatVersion: 1\nresources:${parts.join("")}`;
  return buildTopology(indexEstate(readEstate(readDocument("t.estate.yaml", text)).estate));
}

function written({ nodes }: Topology, name: string): readonly string[] {
  const { speaker } = nodes.get(`${SCOPE}/virtualnetworkgateways/${name}-gw#0`) ?? {};
  return (speaker?.originates ?? [])
    .filter(({ tag }) => tag === "static")
    .map(({ prefix }) => formatPrefix(prefix));
}

function gateway(name: string, number: number, setting = "activeActive: false"): string {
  return `
  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.${number}.0.0/16] }
      subnets: [{ name: GatewaySubnet, properties: { addressPrefix: 10.${number}.255.0/27 } }]
  - type: Microsoft.Network/virtualNetworkGateways
    name: ${name}-gw
    properties:
      gatewayType: Vpn
      ${setting}
      bgpSettings: { asn: ${64600 + number} }
      ipConfigurations: [{ name: ip, properties: { subnet: { id: virtualNetworks/${name}/subnets/GatewaySubnet } } }]`;
}

function half(name: string, from: string, to: string, setting = "enableBgp: false"): string {
  return `
  - type: Microsoft.Network/connections
    name: ${name}
    properties:
      connectionType: Vnet2Vnet
      virtualNetworkGateway1: { id: virtualNetworkGateways/${from}-gw }
      virtualNetworkGateway2: { id: virtualNetworkGateways/${to}-gw }
      ${setting}`;
}

function brokenWith(groups: readonly string[]): string | undefined {
  const secrets = groups.map((ids, index) => `\n  - { resources: [${ids}], fingerprint: f${index} }`);
  const parts = [gateway("a", 1), gateway("b", 2), THERE, BACK, "\nsameSecrets:", ...secrets];
  return [...topologyOf(parts).links.values()][0]?.brokenBecause;
}
