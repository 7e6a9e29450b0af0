import { expect, it } from "vitest";
import { allRules } from "../../analyse.ts";
import type { Asks } from "../../model/demand.ts";
import { emptyEstate } from "../../model/estate.ts";
import { indexEstate } from "../../model/estate-index.ts";
import { isRefused } from "../../model/facility-type.ts";
import type { Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { isUnknown } from "../../model/unknown.ts";
import { runRules } from "../../rules/run-rules.ts";
import { vpnGateway } from "./index.ts";

const ORIGIN = { file: "network.yaml", path: ["virtualNetworks", "hub"] };
const GROUP = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/network";
const AT = { virtualNetwork: "hub" };

function networkIn(location: string | undefined): Resource {
  return {
    id: `${GROUP}/providers/Microsoft.Network/virtualNetworks/hub`,
    type: "Microsoft.Network/virtualNetworks",
    name: "hub",
    ...(location === undefined ? {} : { location }),
    properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } },
    origin: ORIGIN,
    parts: [{ at: ["location"], origin: { ...ORIGIN, path: [...ORIGIN.path, "region"] } }],
  };
}

function intentIn(region: string): Intent {
  const hub: VirtualNetworkIntent = {
    name: "hub",
    region,
    scope: {},
    addressSpace: [],
    dualStack: false,
    growth: { type: "nextPowerOfTwo" },
    subnets: [],
    tags: {},
    origin: ORIGIN,
  };
  return {
    name: "contoso",
    pools: [],
    reserved: [],
    virtualNetworks: [hub],
    sites: [],
    p2sUsers: [],
    connections: [],
    isolate: [],
    prefer: "checklist",
    broken: new Set(),
    origin: ORIGIN,
  };
}

function build(asks: readonly Asks[], region = "westeurope") {
  const network = networkIn(region);
  const intent = intentIn(region);
  const demands = asks.map((one, index) => ({
    facility: "vpn-gateway",
    at: AT,
    asks: one,
    usedBy: `hub - ${index}`,
  }));
  const sized = vpnGateway.size(AT, demands, intent);
  if (isRefused(sized)) throw new Error(sized.because);
  const built = vpnGateway.build(
    sized,
    { resourceOf: () => network },
    [],
    new Map([["staff", ["172.16.0.0/24"]]]),
  );
  return { network, built, sized };
}

function estateOf(network: Resource, built: readonly Resource[]) {
  const subnet: Resource = {
    id: `${network.id}/subnets/GatewaySubnet`,
    type: "Microsoft.Network/virtualNetworks/subnets",
    name: "GatewaySubnet",
    properties: { addressPrefix: "10.0.0.0/27" },
    origin: ORIGIN,
    parts: [],
  };
  const resources = [network, subnet, ...built];
  return indexEstate({
    ...emptyEstate,
    resources: new Map(resources.map((resource) => [keyOf(resource.id), resource])),
    coverage: { complete: [GROUP], absent: [], passedOver: [] },
  });
}

const staff = (more: object): Asks => ({
  users: {
    group: "staff",
    count: 100,
    maxConcurrent: 100,
    os: ["windows", "linux"],
    addressPool: [],
    ...more,
  },
});

it("builds an active-active gateway and its two addresses, in all zones, beside the network", () => {
  const { built } = build([{ tunnels: 1, bgp: true }]);
  const [gateway, ...addresses] = built;

  expect(gateway).toMatchObject({
    id: `${GROUP}/providers/Microsoft.Network/virtualNetworkGateways/hub-vpn`,
    location: "westeurope",
    properties: {
      gatewayType: "Vpn",
      vpnType: "RouteBased",
      vpnGatewayGeneration: "Generation1",
      sku: { name: "VpnGw1AZ", tier: "VpnGw1AZ" },
      activeActive: true,
      enableBgp: true,
      bgpSettings: { asn: 65515 },
    },
  });
  expect(addresses.map(({ name, envelope }) => [name, envelope])).toEqual(
    ["hub-vpn-ip-1", "hub-vpn-ip-2"].map((name) => [
      name,
      { sku: { name: "Standard", tier: "Regional" }, zones: ["1", "2", "3"] },
    ]),
  );
});

it("names the second generation where there is one", () => {
  expect(build([{ natRules: 1 }]).built[0]?.properties["vpnGatewayGeneration"]).toBe("Generation2");
});

it("gives Basic one address, and no second instance", () => {
  const { built } = build([{ tunnels: 1, sku: "Basic" }]);

  expect(built).toHaveLength(2);
  expect(built[0]?.properties).toMatchObject({ activeActive: false, sku: { name: "Basic" } });
});

it("puts no zones where the region has none, and asks where nobody knows", () => {
  const [, inWestUs] = build([{}], "westus").built;
  const [, inAtlantis] = build([{}], "atlantis").built;

  expect(inWestUs?.envelope).not.toHaveProperty("zones");
  expect(isUnknown(inAtlantis?.envelope?.["zones"])).toBe(true);
});

it("asks for one region and one list of zones where the network's region is not known", () => {
  const network = networkIn(undefined);
  const { sized } = build([{}]);
  const [gateway, one, two] = vpnGateway.build(sized, { resourceOf: () => network }, [], new Map());

  expect(isUnknown(gateway?.location)).toBe(true);
  expect(one?.location).toBe(gateway?.location);
  expect(one?.envelope?.["zones"]).toBe(two?.envelope?.["zones"]);
});

it("lets users in with a certificate that is asked for, over a third address", () => {
  const { built } = build([staff({})]);

  expect(built).toHaveLength(4);
  expect(built[0]?.properties["vpnClientConfiguration"]).toMatchObject({
    vpnClientAddressPool: { addressPrefixes: ["172.16.0.0/24"] },
    vpnClientProtocols: ["OpenVPN", "IkeV2"],
    vpnAuthenticationTypes: ["Certificate"],
    vpnClientRootCertificates: [
      { name: "hub-vpn-root", properties: { publicCertData: { kind: "unknown" } } },
    ],
  });
});

it("takes the pool that users have, and asks for the tenant and no more", () => {
  const { built } = build([
    staff({ os: ["windows"], authentication: "entraId", addressPool: ["172.20.0.0/24"] }),
  ]);

  expect(built[0]?.properties["vpnClientConfiguration"]).toEqual({
    vpnClientAddressPool: { addressPrefixes: ["172.20.0.0/24"] },
    vpnClientProtocols: ["OpenVPN"],
    vpnAuthenticationTypes: ["AAD"],
    aadTenant: expect.objectContaining({ kind: "unknown" }),
    aadAudience: "c632b3df-fb67-4d84-bdcf-b95ad541b5c8",
    aadIssuer: expect.objectContaining({ kind: "unknown" }),
  });
});

const everything: readonly (readonly [string, readonly Asks[]])[] = [
  ["tunnels", [{ tunnels: 2, bandwidthMbps: 500 }]],
  ["BGP and NAT", [{ tunnels: 1, bgp: true, natRules: 3 }]],
  ["users with certificates", [staff({})]],
  ["users with RADIUS", [staff({ authentication: "radius" })]],
  ["users with Entra ID", [staff({ os: ["windows"] })]],
];

it.each(everything)("passes every rule: %s", (_what, asks) => {
  const { network, built } = build(asks);
  const found = runRules(allRules, estateOf(network, built)).filter(({ severity }) => severity !== "info");

  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

it.each(everything)("holds no secret, and an origin for everything: %s", (_what, asks) => {
  for (const resource of build(asks).built) {
    expect(resource.origin).toEqual(ORIGIN);
    expect(secretsIn(resource.properties)).toEqual([]);
  }
});

function secretsIn(value: unknown, name = ""): readonly string[] {
  if (typeof value !== "object" || value === null || isUnknown(value)) {
    return /secret|key|password|publicCertData|tenant|issuer/i.test(name) && !isUnknown(value) ? [name] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => secretsIn(inner, key));
}

it("recognises what it built, with the meters that it was sized with", () => {
  const { network, built, sized } = build([staff({})]);
  const [found, ...others] = vpnGateway.recognise(estateOf(network, built));

  expect(others).toEqual([]);
  expect(found).toMatchObject({
    facility: "vpn-gateway",
    resource: keyOf(built[0]?.id ?? ""),
    sku: "VpnGw1AZ",
    label: "VPN gateway VpnGw1AZ",
  });
  expect(found?.meters()).toEqual(sized.meters);
});

it("recognises an old gateway with its own address, and one of which only the id is known", () => {
  const { network } = build([{}]);
  const old = (name: string, more: Partial<Resource>): Resource => ({
    id: `${GROUP}/providers/Microsoft.Network/virtualNetworkGateways/${name}`,
    type: "Microsoft.Network/virtualNetworkGateways",
    name,
    properties: { gatewayType: "Vpn" },
    origin: ORIGIN,
    ...more,
  });
  const address: Resource = {
    id: `${GROUP}/providers/Microsoft.Network/publicIPAddresses/old-ip`,
    type: "Microsoft.Network/publicIPAddresses",
    name: "old-ip",
    properties: { publicIPAllocationMethod: "Dynamic" },
    envelope: { sku: { name: "Basic" } },
    origin: ORIGIN,
  };
  const ipConfigurations = [{ name: "default", properties: { publicIPAddress: { id: address.id } } }];
  const estate = estateOf(network, [
    address,
    old("old", {
      location: "East US",
      properties: { gatewayType: "Vpn", sku: { name: "vpngw1" }, ipConfigurations },
    }),
    old("elsewhere", { existing: true }),
  ]);

  const found = vpnGateway.recognise(estate).map((facility) => {
    const meters = facility.meters().map(({ meterName, location }) => `${meterName} ${location}`);
    return [facility.label, meters];
  });

  expect(found).toEqual([
    ["VPN gateway VpnGw1", ["VpnGw1 eastus", "Basic IPv4 Dynamic Public IP eastus"]],
    ["VPN gateway", ["gateway of an unknown SKU undefined"]],
  ]);
});
