import fc from "fast-check";
import { expect, it } from "vitest";
import type { Asks, Demand } from "../../model/demand.ts";
import { isRefused } from "../../model/facility-type.ts";
import type { CircuitIntent, Intent, SiteIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import { sizeGateway } from "./size.ts";

const origin = { file: "network.yaml", path: [] };

it.each<[string, string, Asks[], string]>([
  ["nothing is asked for", "northeurope", [{}], "ErGw1AZ"],
  ["1 Gbps is what the smallest carries", "northeurope", [{ bandwidthMbps: 1000 }], "ErGw1AZ"],
  [
    "connections share the gateway",
    "northeurope",
    [{ bandwidthMbps: 600 }, { bandwidthMbps: 600 }],
    "ErGw2AZ",
  ],
  ["10 Gbps", "northeurope", [{ bandwidthMbps: 10_000 }], "ErGw3AZ"],
  ["more than the largest fixed SKU", "northeurope", [{ bandwidthMbps: 11_500 }], "ErGwScale 12"],
  ["five circuits", "northeurope", [{ links: 5 }], "ErGw2AZ"],
  ["sixteen circuits", "northeurope", [{ links: 16 }], "ErGw3AZ"],
  ["more routes than the smallest learns", "northeurope", [{ routes: 4001 }], "ErGw2AZ"],
  [
    "IPsec over it, which the scalable one lets not pass",
    "northeurope",
    [{ bandwidthMbps: 9500, privateTunnels: true }],
    "ErGw3AZ",
  ],
  ["a person names a larger one", "northeurope", [{ sku: "ergw3az" }], "ErGw3AZ"],
  ["a person names one without zones", "northeurope", [{ sku: "HighPerformance" }], "HighPerformance"],
  [
    "a person names the scalable one",
    "northeurope",
    [{ sku: "ErGwScale", bandwidthMbps: 1500 }],
    "ErGwScale 2",
  ],
  ["circuits want scale units too", "northeurope", [{ sku: "ErGwScale", links: 9 }], "ErGwScale 10"],
])("%s", (_, region, asks, expected) => {
  expect(skuOf(region, asks)).toBe(expected);
});

it.each<[string, string, Asks[], string]>([
  [
    "a region without ErGwScale",
    "westeurope",
    [{ bandwidthMbps: 12_000 }],
    "ErGw3AZ carries 10 Gbps, and 12 Gbps are asked for. ErGwScale is not offered in westeurope.",
  ],
  [
    "more than all scale units",
    "northeurope",
    [{ bandwidthMbps: 41_000 }],
    "ErGwScale with 40 scale units carries 40 Gbps, and 41 Gbps are asked for.",
  ],
  [
    "more than a gateway that lets IPsec pass",
    "northeurope",
    [{ bandwidthMbps: 12_000, privateTunnels: true }],
    "ErGwScale lets no IPsec tunnel run over its circuits, and one is to.",
  ],
  [
    "too many circuits",
    "northeurope",
    [{ links: 17 }],
    "ErGwScale with 40 scale units takes 16 circuits, and 17 are linked with it.",
  ],
  [
    "a named SKU that is too small",
    "northeurope",
    [{ sku: "ErGw1AZ", bandwidthMbps: 2000 }],
    "ErGw1AZ carries 1 Gbps, and 2 Gbps are asked for.",
  ],
  [
    "a named SKU without zones, and a zone to survive",
    "northeurope",
    [{ sku: "Standard", survives: ["zone"] }],
    "Standard stands in no availability zone, and the loss of one is to be survived.",
  ],
  [
    "a zone to survive where there is none",
    "westus",
    [{ survives: ["zone"] }],
    "westus has no availability zones, and the loss of one is to be survived.",
  ],
  [
    "two SKUs for one gateway",
    "northeurope",
    [{ sku: "ErGw2AZ" }, { sku: "ErGw1AZ" }],
    "One gateway has one SKU, and its connections name ErGw1AZ and ErGw2AZ.",
  ],
  [
    "a SKU of something else",
    "northeurope",
    [{ sku: "VpnGw1AZ" }],
    "VpnGw1AZ is no SKU of an ExpressRoute gateway.",
  ],
])("refuses %s", (_, region, asks, because) => {
  const sized = size(region, asks.map(demand));

  expect(isRefused(sized) && sized.because).toBe(because);
  expect(isRefused(sized) && sized.waysOut.length).toBeGreaterThan(0);
});

it("counts a circuit once, however many connections go over it", () => {
  const circuits = [{ site: "amsterdam", circuit: 0 }];
  const demands = Array.from({ length: 9 }, () => demand({ circuits, links: 1, routes: 900 }));

  expect(size("northeurope", demands, [site("amsterdam", [{ peeringLocation: "Amsterdam" }])])).toMatchObject(
    {
      sku: "ErGw1AZ",
    },
  );
});

it("counts a circuit that exists once, however many sites name it", () => {
  const existing = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/c";
  const names = ["a", "b", "c", "d", "e"];
  const sites = names.map((name, index) =>
    site(name, [{ existing: index === 0 ? existing : existing.toUpperCase() }]),
  );
  const demands = names.map((name) => demand({ circuits: [{ site: name, circuit: 0 }] }));

  expect(size("northeurope", demands, sites)).toMatchObject({ sku: "ErGw1AZ" });
});

it("refuses a fifth circuit of one peering location", () => {
  const circuits = Array.from({ length: 5 }, (_, index) => ({
    peeringLocation: index < 2 ? "London" : "london",
  }));
  const demands = [demand({ circuits: circuits.map((_, circuit) => ({ site: "a", circuit })) })];
  const sized = size("uksouth", demands, [site("a", circuits)]);

  expect(isRefused(sized) && sized.because).toBe(
    "5 circuits of London meet in one network, which takes 4 of one peering location.",
  );
});

it.each([
  [1, 27],
  [15, 27],
  [16, 26],
])("asks for a GatewaySubnet for %d circuits, and for more beside another gateway", (links, length) => {
  const sized = size("northeurope", [demand({ links })]);

  expect(!isRefused(sized) && sized.addresses).toEqual([
    { type: "subnet", virtualNetwork: "hub", name: "GatewaySubnet", length, sharedLength: 26 },
  ]);
});

it("says why it is no smaller, and what the circuit carries beyond it", () => {
  const demands = [demand({ bandwidthMbps: 1200, circuits: [{ site: "a", circuit: 0 }] })];
  const sized = size("northeurope", demands, [site("a", [{ bandwidthMbps: 5000 }])]);

  expect(!isRefused(sized) && sized.because.map(({ text }) => text)).toEqual([
    "ErGw1AZ carries 1 Gbps, and 1.2 Gbps are asked for.",
    "ErGw2AZ is the smallest that suffices: 2 Gbps, 8 circuits, 9500 routes.",
    "The circuits carry 5 Gbps, more than this gateway: ask for more bandwidth where all of it is to be used.",
  ]);
});

it.each([
  ["ErGw2AZ", {}, "ExpressRoute Gateway", "ErGw2AZ Gateway", 1],
  ["ErGwScale", { bandwidthMbps: 3000 }, "ExpressRoute Gateway", "ErGwScale Unit", 3],
  ["Standard", {}, "ExpressRoute Standard Gateway", "Standard Gateway", 1],
  ["HighPerformance", {}, "ExpressRoute High Performance Gateway", "High Performance Gateway", 1],
])("bills %s by the hour, in the words of the price API", (sku, asks, productName, meterName, quantity) => {
  const sized = size("northeurope", [demand({ sku, ...asks })]);

  expect(!isRefused(sized) && sized.meters).toMatchObject([
    {
      serviceName: "ExpressRoute",
      productName,
      meterName,
      location: "northeurope",
      unit: "hour",
      quantity: quantity * 730,
    },
  ]);
});

const anyAsks: fc.Arbitrary<Asks> = fc.record(
  {
    bandwidthMbps: fc.integer({ min: 0, max: 9000 }),
    links: fc.integer({ min: 0, max: 6 }),
    routes: fc.integer({ min: 0, max: 4000 }),
    survives: fc.constantFrom([], ["zone"], ["instance"]),
  },
  { requiredKeys: [] },
);

it("finds the smallest that a search through all finds, in whatever order the demands come", () => {
  fc.assert(
    fc.property(fc.array(anyAsks, { minLength: 1, maxLength: 6 }), fc.boolean(), (asks, hasScale) => {
      const region = hasScale ? "northeurope" : "westeurope";
      const demands = asks.map((each, index) => demand(each, `wish ${index % 3}`));

      const sized = size(region, demands);

      expect(size(region, demands.toReversed())).toEqual(sized);
      expect(isRefused(sized) ? undefined : skuOf(region, asks)).toBe(bySearch(asks, hasScale));
    }),
  );
});

/** The table of the documentation, spelled out. */
function bySearch(asks: readonly Asks[], hasScale: boolean): string | undefined {
  const sum = (figure: (each: Asks) => number | undefined) =>
    asks.reduce((total, each) => total + (figure(each) ?? 0), 0);
  const [mbps, links, routes] = [sum((a) => a.bandwidthMbps), sum((a) => a.links), sum((a) => a.routes)];
  const rows: [string, number, number, number][] = [
    ["ErGw1AZ", 1000, 4, 4000],
    ["ErGw2AZ", 2000, 8, 9500],
    ["ErGw3AZ", 10_000, 16, 9500],
  ];
  for (let units = 1; units <= (hasScale ? 40 : 0); units++)
    rows.push([`ErGwScale ${units}`, units * 1000, units >= 10 ? 16 : units >= 2 ? 8 : 4, 9500]);
  return rows.find(
    ([, most, circuits, learned]) => mbps <= most && links <= circuits && routes <= learned,
  )?.[0];
}

function skuOf(region: string, asks: readonly Asks[]): string | undefined {
  const sized = size(
    region,
    asks.map((each) => demand(each)),
  );
  if (isRefused(sized)) return undefined;
  return [sized.sku, ...("units" in sized ? [sized.units] : [])].join(" ");
}

function size(region: string, demands: readonly Demand[], sites: readonly SiteIntent[] = []) {
  const hub: VirtualNetworkIntent = {
    name: "hub",
    region,
    scope: {},
    addressSpace: [],
    dualStack: false,
    growth: { type: "nextPowerOfTwo" },
    subnets: [],
    tags: {},
    origin,
  };
  return sizeGateway({ virtualNetwork: "hub" }, demands, { ...emptyIntent, virtualNetworks: [hub], sites });
}

const emptyIntent: Intent = {
  name: "test",
  pools: [],
  reserved: [],
  virtualNetworks: [],
  sites: [],
  p2sUsers: [],
  connections: [],
  isolate: [],
  prefer: "checklist",
  broken: new Set(),
  origin,
};

function demand(asks: Asks, usedBy: string | number = "hub - amsterdam"): Demand {
  return { facility: "expressroute-gateway", at: { virtualNetwork: "hub" }, asks, usedBy: `${usedBy}` };
}

function site(name: string, circuits: readonly Omit<CircuitIntent, "origin">[]): SiteIntent {
  return {
    name,
    addressSpace: [],
    vpnDevices: [],
    circuits: circuits.map((circuit) => ({ ...circuit, origin })),
    origin,
  };
}
