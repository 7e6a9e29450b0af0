import fc from "fast-check";
import { expect, it } from "vitest";
import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import type { Asks, Demand } from "../../model/demand.ts";
import { isRefused, type SizedFacility } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import { candidates } from "./candidate.ts";
import { vpnGateway } from "./index.ts";
import { requirementOf } from "./requirement.ts";
import { shortfallsOf } from "./shortfalls.ts";

const AT = { virtualNetwork: "hub" };
const ORIGIN = { file: "network.yaml", path: [] };

function intentIn(region: string | undefined): Intent {
  const hub = {
    name: "hub",
    role: "hub" as const,
    region,
    scope: {},
    addressSpace: [],
    dualStack: false,
    growth: { type: "nextPowerOfTwo" as const },
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

const demandOf = (asks: Asks, index = 0): Demand => ({
  facility: "vpn-gateway",
  at: AT,
  asks,
  usedBy: `hub - site-${index}`,
});
const size = (asks: readonly Asks[], region: string | undefined = "westeurope") =>
  vpnGateway.size(AT, asks.map(demandOf), intentIn(region));

function sized(asks: readonly Asks[], region?: string): SizedFacility {
  const result = size(asks, region);
  if (isRefused(result)) throw new Error(result.because);
  return result;
}

function refused(asks: readonly Asks[], region?: string) {
  const result = size(asks, region);
  if (!isRefused(result)) throw new Error(`${result.sku} is not refused`);
  return result;
}

const times = (count: number, asks: Asks) => Array.from({ length: count }, () => asks);
const users = (maxConcurrent: number) => ({
  users: { group: "staff", count: maxConcurrent, maxConcurrent, os: ["windows"], addressPool: [] },
});

it.each<[sku: string, why: string, asks: readonly Asks[]]>([
  ["VpnGw1AZ", "nothing is asked beyond a gateway", [{}]],
  ["VpnGw1AZ", "15 connections are 30 tunnels", times(15, { tunnels: 1 })],
  ["VpnGw4AZ", "16 connections are 32 tunnels", times(16, { tunnels: 1 })],
  ["VpnGw1AZ", "two of 325 Mbps are 650 in all", times(2, { bandwidthMbps: 325 })],
  ["VpnGw2AZ", "two of 326 Mbps are 652 in all", times(2, { bandwidthMbps: 326 })],
  ["VpnGw3AZ", "1300 Mbps in all", [{ bandwidthMbps: 1300 }]],
  ["VpnGw5AZ", "10 Gbps in all", [{ bandwidthMbps: 10_000 }]],
  ["VpnGw2AZ", "one tunnel of 651 Mbps", [{ perTunnelMbps: 651 }]],
  ["VpnGw4AZ", "one tunnel of 2000 Mbps", [{ perTunnelMbps: 2000 }]],
  ["VpnGw1AZ", "250 users at once", [users(250)]],
  ["VpnGw4AZ", "1001 users at once", [users(1001)]],
  ["VpnGw2AZ", "NAT", [{ tunnels: 1, natRules: 1 }]],
  ["VpnGw1AZ", "BGP", [{ tunnels: 1, bgp: true }]],
  ["VpnGw1AZ", "tunnels over a circuit", [{ tunnels: 1, bgp: true, privateTunnels: true }]],
  [
    "VpnGw1AZ",
    "one site is reached over a circuit, another over the internet",
    [
      { tunnels: 1, farEnd: "clinic", privateTunnels: true },
      { tunnels: 1, farEnd: "office" },
    ],
  ],
  ["VpnGw1AZ", "the loss of a zone", [{ survives: ["zone"] }]],
  ["VpnGw3AZ", "it is named and suffices, however little is asked", [{ sku: "vpngw3az" }]],
  ["Basic", "it is named and suffices", [{ tunnels: 10, bandwidthMbps: 100, sku: "Basic" }]],
])("takes %s where %s", (sku, _why, asks) => {
  expect(sized(asks).sku).toBe(sku);
});

it.each<[says: RegExp, asks: readonly Asks[], region?: string]>([
  [/VpnGw5AZ, the largest VPN gateway, ends 100 tunnels, and 102 \(51 for each/, times(51, { tunnels: 1 })],
  [/carries 10000 Mbps in all, and 12000 Mbps are asked for/, times(2, { bandwidthMbps: 6000 })],
  [/carries 2300 Mbps in one tunnel .*, and 2400 Mbps are asked for/, [{ perTunnelMbps: 2400 }]],
  [/takes 10000 users at once over IKEv2 and OpenVPN, and 12000 are asked for/, [users(12_000)]],
  [/takes 500 NAT rules, as every VPN gateway, and 501 are asked for/, [{ natRules: 501 }]],
  [/tells more than 4000 prefixes.*5000/, [{ routes: 5000, bgp: true }]],
  [/VpnGw2 was retired on 2026-09-30.*VpnGw2AZ replaces it/, [{ sku: "VpnGw2" }]],
  [/HighPerformance was retired.*VpnGw2AZ/, [{ sku: "HighPerformance" }]],
  [/ErGw1AZ is no SKU of a VPN gateway/, [{ sku: "ErGw1AZ" }]],
  [/Basic, which is named, has no BGP/, [{ sku: "Basic", bgp: true }]],
  [/Basic, which is named, .*not zone-redundant/, [{ sku: "Basic", survives: ["zone"] }]],
  [/Basic, which is named, .*no tunnels at private addresses/, [{ sku: "Basic", privateTunnels: true }]],
  [/VpnGw1AZ, which is named, has no NAT rules/, [{ sku: "VpnGw1AZ", natRules: 1 }]],
  [
    /one SKU, and hub - site-0, hub - site-1 name Basic and VpnGw1AZ/,
    [{ sku: "VpnGw1AZ" }, { sku: "Basic" }],
  ],
  [
    /hub - site-1 has its tunnels over a circuit and hub - site-0 over the internet/,
    [
      { tunnels: 1, farEnd: "clinic" },
      { tunnels: 1, farEnd: "clinic", privateTunnels: true },
    ],
  ],
  [/westus, where hub is, has no availability zones/, [{ survives: ["zone"] }], "westus"],
])("refuses with %s", (says, asks, region) => {
  const refusal = refused(asks, region);

  expect(refusal.because).toMatch(says);
  expect(refusal.source).toMatch(/^https:/);
  expect(refusal.waysOut.length).toBeGreaterThan(0);
});

it("says why nothing smaller suffices, each with its page", () => {
  const { because } = sized([{ natRules: 2, bandwidthMbps: 1500, tunnels: 2 }]);

  expect(because.map(({ text }) => text)).toEqual([
    "VpnGw3AZ (Generation2) is the smallest that suffices: 2500 Mbps in all, 30 tunnels, 1000 users at once.",
    "VpnGw1AZ carries 650 Mbps in all, and 1500 Mbps are asked for.",
    "VpnGw2AZ carries 1250 Mbps in all, and 1500 Mbps are asked for.",
    "Active-active: both instances carry traffic, and one goes on without the other; it costs its further public IP addresses and nothing else. Each instance makes a tunnel for each connection: 2 asked for are 4 on the gateway.",
    "Its instances and addresses stand in different availability zones of westeurope.",
  ]);
  expect(because.every(({ source }) => source?.startsWith("https://"))).toBe(true);
});

it("names itself after its network, and asks for its subnet and its hours", () => {
  const gateway = sized([{ tunnels: 1 }]);

  expect(gateway.name).toBe("hub-vpn");
  expect(gateway.addresses).toEqual([
    { type: "subnet", virtualNetwork: "hub", name: "GatewaySubnet", length: 27 },
  ]);
  expect(gateway.meters.map(({ meterName, quantity, location }) => [meterName, quantity, location])).toEqual([
    ["VpnGw1AZ", 730, "westeurope"],
    ["Standard IPv4 Static Public IP", 1460, "westeurope"],
  ]);
});

const anyAsks = fc.record(
  {
    tunnels: fc.integer({ min: 0, max: 12 }),
    bandwidthMbps: fc.integer({ min: 0, max: 3000 }),
    perTunnelMbps: fc.integer({ min: 0, max: 2500 }),
    users: fc
      .record({ group: fc.constantFrom("staff", "ops"), maxConcurrent: fc.integer({ min: 1, max: 6000 }) })
      .map((group) => ({ ...group, count: group.maxConcurrent, os: ["windows"], addressPool: [] })),
    bgp: fc.boolean(),
    natRules: fc.integer({ min: 0, max: 300 }),
    survives: fc.subarray(["instance", "zone"]),
  },
  { requiredKeys: [] },
);

it("gives the same size for the same demands in any order", () => {
  const shuffled = fc
    .array(anyAsks, { minLength: 1, maxLength: 6 })
    .chain((asks) =>
      fc.tuple(
        fc.constant(asks.map(demandOf)),
        fc.shuffledSubarray(asks.map(demandOf), { minLength: asks.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([demands, others]) => {
      const intent = intentIn("westeurope");

      expect(vpnGateway.size(AT, others, intent)).toEqual(vpnGateway.size(AT, demands, intent));
    }),
  );
});

it("is the first of all SKUs, from small to large, that does all that is asked", () => {
  const { value } = vpnGatewaySkus;
  const zonal = ["VpnGw1AZ", "VpnGw2AZ", "VpnGw3AZ", "VpnGw4AZ", "VpnGw5AZ"];
  expect(candidates.map(({ sku }) => sku)).toEqual(zonal);

  fc.assert(
    fc.property(fc.array(anyAsks, { minLength: 1, maxLength: 6 }), (asks) => {
      const sum = (figure: (one: Asks) => number | undefined) =>
        asks.reduce((total, one) => total + (figure(one) ?? 0), 0);
      const groups = new Map<string, number>();
      for (const { users: one } of asks) {
        if (one) groups.set(one.group, Math.max(groups.get(one.group) ?? 0, one.maxConcurrent));
      }
      const connected = [...groups.values()].reduce((total, count) => total + count, 0);
      const wanted = zonal.find((name) => {
        const sku = value[name];
        const capacity = sku?.generations.Generation2 ?? sku?.generations.Generation1;
        return (
          capacity !== undefined &&
          2 * sum(({ tunnels }) => tunnels) <= capacity.tunnels &&
          sum(({ bandwidthMbps }) => bandwidthMbps) <= capacity.aggregateMbps &&
          asks.every(({ perTunnelMbps = 0 }) => perTunnelMbps <= (capacity.tunnelMbps.GCMAES256 ?? 0)) &&
          connected <= capacity.ikeV2AndOpenVpnConnections &&
          (sum(({ natRules }) => natRules) === 0 || sku?.nat === true) &&
          sum(({ natRules }) => natRules) <= 500
        );
      });
      const result = size(asks);

      expect(isRefused(result) ? undefined : result.sku).toBe(wanted);
    }),
  );
});

it("finds no shortfall in what it chose, and one in every smaller SKU", () => {
  fc.assert(
    fc.property(fc.array(anyAsks, { minLength: 1, maxLength: 4 }), (asks) => {
      const result = size(asks);
      if (isRefused(result)) return;
      const asked = requirementOf(asks.map(demandOf));
      const chosen = candidates.findIndex(({ sku }) => sku === result.sku);

      expect(candidates.map((candidate) => shortfallsOf(candidate, asked).length === 0).indexOf(true)).toBe(
        chosen,
      );
    }),
  );
});
