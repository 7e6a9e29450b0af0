import { expect, it } from "vitest";
import { check } from "../../src/check.ts";
import { type Json, readDocument } from "../../src/source/index.ts";

/** A file in which everything that a person can write is written. */
const whole: Json = {
  name: "contoso",
  defaults: { region: "westeurope", resourceGroup: "rg", growth: "25%", tags: { owner: "me" } },
  addressSpace: ["10.64.0.0/12", "fd00::/40"],
  reserved: ["10.65.0.0/24"],
  virtualNetworks: {
    hub: { role: "hub", addressSpace: ["10.64.0.0/22"], subnets: { GatewaySubnet: null, shared: "/24" } },
    orders: { size: "/22", dualStack: true, subnets: { web: "/24", data: { hosts: 20 } } },
    billing: { region: "northeurope", subnets: { app: { size: "/26" } } },
    legacy: {
      existing: "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/legacy",
      addressSpace: "10.10.0.0/16",
    },
  },
  sites: {
    amsterdam: {
      addressSpace: ["192.168.0.0/17"],
      roundTrip: "5 ms",
      vpnDevices: [{ publicIp: "198.51.100.10", asn: 65010 }],
      circuits: [{ provider: "Equinix", bandwidth: "1 Gbps", leadTime: "6 weeks" }],
    },
  },
  p2sUsers: { staff: { count: 40, maxConcurrent: 15, os: ["windows"], authentication: "certificate" } },
  connections: [
    {
      between: ["hub", ["orders", "billing"]],
      needs: {
        traffic: { there: "5 GB", back: "5 GB" },
        internet: "forbidden",
        bandwidth: { atLeast: "1 Gbps", guaranteed: true },
        latency: "500 ms",
      },
    },
    { between: ["hub", "legacy"], kind: "virtual-network-peering" },
  ],
  isolate: [["orders", "billing"]],
};

it("the whole file has nothing wrong with it", () => {
  expect(findings(whole)).toEqual([]);
});

const replacements: readonly Json[] = [null, "x", 5, true, [], {}];

it.each(pathsOf(whole).map((path) => ({ path, at: path.join(".") })))(
  "one slip at $at is told once",
  ({ path }) => {
    const slips = [
      edited(whole, path, () => []),
      edited(whole, path, (key, value) => [[`${key}x`, value]]),
      ...replacements.map((replacement) => edited(whole, path, (key) => [[key, replacement]])),
    ];

    for (const slip of slips) {
      const found = findings(slip);

      // A name that is gone is told wherever it is asked for: each is a place to change.
      const others = found.filter((message) => !message.startsWith("intent/unknown-name"));
      expect(others.length, `${JSON.stringify(slip)}\n${found.join("\n")}`).toBeLessThan(2);
      expect(others.length === 0 || found.length === 1, found.join("\n")).toBe(true);
    }
  },
);

function findings(file: Json): readonly string[] {
  const { diagnostics } = check(readDocument("network.json", JSON.stringify(file)), { reconsider: false });
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

function pathsOf(value: Json): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, Json]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ]);
}

type Edit = (key: string, value: Json) => readonly [string, Json][];

function edited(value: Json, [key, ...rest]: readonly string[], edit: Edit): Json {
  if (typeof value !== "object" || value === null) return value;

  const entries = Object.entries(value).flatMap(
    ([name, inner]: [string, Json]): readonly [string, Json][] => {
      if (name !== key) return [[name, inner]];
      return rest.length === 0 ? edit(name, inner) : [[name, edited(inner, rest, edit)]];
    },
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
