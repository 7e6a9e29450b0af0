import { expect, it } from "vitest";
import { ipsecAlgorithms, weakIpsecAlgorithms } from "../../azure/ipsec-policy.ts";
import { parsePrefix } from "../../ip/index.ts";
import type { PlannedParts, Wish } from "../../model/connection-kind.ts";
import type { SiteIntent, VirtualNetworkIntent, VpnDeviceIntent } from "../../model/intent.ts";
import type { Resource } from "../../model/resource.ts";
import { customPolicy } from "./custom-policy.ts";
import { siteToSite } from "./index.ts";

const at = (...path: readonly (string | number)[]) => ({ file: "network.yaml", path });
const GROUP = "/subscriptions/s/resourceGroups/hubs/providers/Microsoft.Network";

function range(text: string, ...path: string[]) {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(text);
  return { text, prefix, origin: at(...path) };
}

function network(addressSpace: string, more: Partial<VirtualNetworkIntent> = {}): VirtualNetworkIntent {
  return {
    name: "orders",
    region: "westeurope",
    scope: {},
    addressSpace: [range(addressSpace, "virtualNetworks", "orders", "addressSpace")],
    dualStack: false,
    growth: { type: "nextPowerOfTwo" },
    subnets: [],
    tags: {},
    origin: at("virtualNetworks", "orders"),
    ...more,
  };
}

function site(
  vpnDevices: readonly Omit<VpnDeviceIntent, "origin">[],
  addressSpace = "192.168.0.0/24",
): SiteIntent {
  return {
    name: "amsterdam",
    addressSpace: [range(addressSpace, "sites", "amsterdam", "addressSpace")],
    vpnDevices: vpnDevices.map((device, index) => ({
      ...device,
      origin: at("sites", "amsterdam", "vpnDevices", index),
    })),
    circuits: [],
    origin: at("sites", "amsterdam"),
  };
}

function wish(theSite: SiteIntent, more: Partial<Wish> = {}, theNetwork = network("10.1.0.0/16")): Wish {
  return {
    name: "orders - amsterdam",
    ends: [
      { type: "virtualNetwork", name: theNetwork.name, network: theNetwork },
      { type: "site", name: theSite.name, site: theSite },
    ],
    needs: {},
    origin: at("connections", 0),
    ...more,
  };
}

function plan(sku = "VpnGw1AZ", natRanges: ReturnType<PlannedParts["natRangesOf"]> = []): PlannedParts {
  const hub: Resource = {
    id: `${GROUP}/virtualNetworks/hub`,
    type: "Microsoft.Network/virtualNetworks",
    name: "hub",
    location: "westeurope",
    properties: {},
    origin: at("virtualNetworks", "hub"),
  };
  return {
    resourceOf: () => hub,
    hostOf: () => "hub",
    natRangesOf: () => natRanges,
    facilityOf: (demand) => ({
      sized: {
        facility: demand.facility,
        title: "VPN gateway",
        at: demand.at,
        name: "hub-vpn",
        sku,
        demands: [demand],
        addresses: [],
        meters: [],
        because: [],
      },
      resource: { ...hub, id: `${GROUP}/virtualNetworkGateways/hub-vpn`, name: "hub-vpn" },
    }),
  };
}

const build = (one: Wish, sku?: string) => siteToSite.build?.(one, plan(sku)) ?? [];
const asked = <T>(value: T) => ({ value, origin: at("connections", 0, "needs") });
const ONE = { publicIp: "198.51.100.10" };
const SPEAKS = { publicIp: "198.51.100.10", asn: 65010, bgpPeeringAddress: "192.168.0.1" };
const SILENT = { publicIp: "198.51.100.11", asn: 65010 };

it("builds a local network gateway and a connection beside the network that has the gateway", () => {
  const [local, connection] = build(wish(site([ONE])));

  expect(local).toMatchObject({
    id: `${GROUP}/localNetworkGateways/hub-to-amsterdam`,
    location: "westeurope",
    properties: {
      gatewayIpAddress: "198.51.100.10",
      localNetworkAddressSpace: { addressPrefixes: ["192.168.0.0/24"] },
    },
  });
  expect(local?.properties).not.toHaveProperty("bgpSettings");
  expect(connection).toMatchObject({
    id: `${GROUP}/connections/hub-to-amsterdam`,
    properties: {
      virtualNetworkGateway1: { id: `${GROUP}/virtualNetworkGateways/hub-vpn` },
      localNetworkGateway2: { id: local?.id },
      connectionType: "IPsec",
      connectionProtocol: "IKEv2",
      enableBgp: false,
      sharedKey: { kind: "unknown" },
    },
  });
  expect(connection?.properties).not.toHaveProperty("ipsecPolicies");
});

it("leaves the ranges to BGP where every device has an ASN, and asks for an address that nobody gave", () => {
  const resources = build(wish(site([SPEAKS, SILENT])));

  expect(resources.map(({ name }) => name)).toEqual([
    "hub-to-amsterdam",
    "hub-to-amsterdam",
    "hub-to-amsterdam-2",
    "hub-to-amsterdam-2",
  ]);
  expect(resources[0]?.properties).toMatchObject({
    localNetworkAddressSpace: { addressPrefixes: [] },
    bgpSettings: { asn: 65010, bgpPeeringAddress: "192.168.0.1" },
  });
  expect(resources[2]?.properties).toMatchObject({
    bgpSettings: {
      bgpPeeringAddress: {
        kind: "unknown",
        because: "the address from which 198.51.100.11 of amsterdam speaks BGP is not given",
      },
    },
  });
  expect(resources[1]?.properties).toMatchObject({ enableBgp: true });
});

it("gives each connection a key of its own, and no key to anybody", () => {
  const [, one, , two] = build(wish(site([SPEAKS, SILENT])));

  expect(one?.properties["sharedKey"]).toMatchObject({ kind: "unknown" });
  expect(one?.properties["sharedKey"]).not.toBe(two?.properties["sharedKey"]);
});

it("does as the settings say", () => {
  const settings = { value: { connectionProtocol: "IKEv1", bgp: false }, origin: at("settings") };
  const [local, connection] = build(wish(site([SPEAKS]), { settings }));

  expect(local?.properties).not.toHaveProperty("bgpSettings");
  expect(connection?.properties).toMatchObject({ connectionProtocol: "IKEv1", enableBgp: false });
  expect(connection?.parts).toContainEqual({
    at: ["properties", "enableBgp"],
    origin: at("settings", "bgp"),
  });
});

const gbps = (atLeastMbps: number) => ({ bandwidth: asked({ atLeastMbps, guaranteed: false }) });

it.each([
  {
    needs: { encryption: asked("betweenNetworks" as const) },
    sku: "VpnGw1AZ",
    custom: true,
    why: "encryption is a need",
  },
  {
    needs: { encryption: asked("acrossInternet" as const) },
    sku: "VpnGw1AZ",
    custom: false,
    why: "the default encrypts",
  },
  { needs: gbps(600), sku: "VpnGw1AZ", custom: true, why: "AES without GCM carries 500 Mbps there" },
  { needs: gbps(400), sku: "VpnGw1AZ", custom: false, why: "AES carries it" },
  { needs: gbps(560), sku: "VpnGw2AZ", custom: true, why: "the second generation carries 550 Mbps" },
  {
    needs: { encryption: asked("betweenNetworks" as const) },
    sku: "Basic",
    custom: false,
    why: "Basic takes none",
  },
])("a policy of its own: $custom, for $why", ({ needs, sku, custom }) => {
  const [, connection] = build(wish(site([ONE]), { needs }), sku);

  expect(connection?.properties["ipsecPolicies"]).toEqual(custom ? [customPolicy] : undefined);
});

it("the policy is complete, and nothing in it is weak", () => {
  const isWeak = Object.entries(weakIpsecAlgorithms.value).filter(([field, weak]) =>
    weak.some((algorithm) => algorithm === customPolicy[field]),
  );

  for (const [field, known] of Object.entries(ipsecAlgorithms.value)) {
    expect(known).toContain(customPolicy[field]);
  }
  expect(isWeak).toEqual([]);
  expect(customPolicy).toMatchObject({ saLifeTimeSeconds: 27_000, saDataSizeKilobytes: 102_400_000 });
});

it("demands a tunnel a device of the gateway that the network uses", () => {
  const needs = { ...gbps(900), resilience: asked("device" as const) };
  const demands = siteToSite.demands?.(wish(site([SPEAKS, SILENT]), { needs, sku: "VpnGw3AZ" }), () => "hub");

  expect(demands).toEqual([
    {
      facility: "vpn-gateway",
      at: { virtualNetwork: "hub" },
      asks: {
        tunnels: 2,
        farEnd: "amsterdam",
        bandwidthMbps: 900,
        perTunnelMbps: 900,
        bgp: true,
        sku: "VpnGw3AZ",
      },
      usedBy: "orders - amsterdam",
    },
  ]);
});

it.each([
  { needs: gbps(900), asks: { perTunnelMbps: 450 }, why: "two tunnels share the load" },
  {
    needs: { resilience: asked("zone" as const) },
    asks: { survives: ["zone"] },
    why: "the gateway survives a zone",
  },
])("asks what the needs come to: $why", ({ needs, asks }) => {
  const [demand] = siteToSite.demands?.(wish(site([SPEAKS, SILENT]), { needs }), () => "hub") ?? [];

  expect(demand?.asks).toMatchObject(asks);
});

it.each([
  {
    one: wish(site([])),
    because: "amsterdam has no VPN device at which a tunnel could end.",
    origin: at("sites", "amsterdam"),
  },
  {
    one: wish(site([ONE]), {}, network("192.168.0.0/16")),
    because:
      "amsterdam (192.168.0.0/24) lies inside orders (192.168.0.0/16): packets for amsterdam never leave orders.",
    origin: at("virtualNetworks", "orders", "addressSpace"),
  },
  {
    one: wish(site([ONE]), {}, network("192.168.0.0/24", { existing: "/subscriptions/…" })),
    because: "orders and amsterdam both use 192.168.0.0/24: packets for amsterdam never leave orders.",
    origin: at("sites", "amsterdam", "addressSpace"),
  },
  {
    one: wish(site([SPEAKS, { publicIp: "198.51.100.12" }])),
    because:
      "amsterdam has 2 VPN devices and 198.51.100.12 has no asn: several tunnels to one site need BGP on all of them.",
    origin: at("sites", "amsterdam", "vpnDevices", 1, "asn"),
  },
])("refuses: $because", ({ one, because, origin }) => {
  expect(siteToSite.refuse?.(one)).toMatchObject({ because, origin });
});

it("a site that contains the network is no obstacle", () => {
  expect(siteToSite.refuse?.(wish(site([ONE], "10.0.0.0/8")))).toBeUndefined();
});

it.each([
  {
    devices: [ONE],
    bgp: true,
    message: "orders - amsterdam is to use BGP, and the device 198.51.100.10 of amsterdam has no asn.",
  },
  {
    devices: [SPEAKS, SILENT],
    bgp: false,
    message: "amsterdam has 2 devices, and several tunnels to one site need BGP.",
  },
])("finds settings that the devices contradict: $message", ({ devices, bgp, message }) => {
  const settings = { value: { bgp }, origin: at("settings") };

  expect(siteToSite.checkSettings?.(wish(site(devices), { settings }))).toMatchObject([
    { message, origin: at("settings", "bgp") },
  ]);
});

it("claims what the site lets it: one device cannot be lost, a measured round trip counts", () => {
  const claims = siteToSite.claims(wish({ ...site([ONE]), roundTripMs: 12 }));

  expect(claims.resilience.value).toEqual(["instance", "zone"]);
  expect(claims.latencyMs.value).toBe(12);
});

it("gives the site other addresses by NAT rules, which the connection names", () => {
  const nat = { addressSpace: undefined, origin: at("sites", "amsterdam", "nat") };
  const one = wish({ ...site([{ ...SPEAKS, bgpPeeringAddress: "192.168.0.9" }]), nat });

  const [rule, local, connection] =
    siteToSite.build?.(one, plan("VpnGw2AZ", [parsePrefix("100.64.10.0/24")])) ?? [];

  expect(rule).toMatchObject({
    id: `${GROUP}/virtualNetworkGateways/hub-vpn/natRules/hub-to-amsterdam-nat`,
    type: "Microsoft.Network/virtualNetworkGateways/natRules",
    properties: {
      type: "Static",
      mode: "IngressSnat",
      internalMappings: [{ addressSpace: "192.168.0.0/24" }],
      externalMappings: [{ addressSpace: "100.64.10.0/24" }],
    },
  });
  expect(local?.properties["bgpSettings"]).toEqual({ asn: 65010, bgpPeeringAddress: "100.64.10.9" });
  expect(connection?.properties["ingressNatRules"]).toEqual([{ id: rule?.id }]);
});
