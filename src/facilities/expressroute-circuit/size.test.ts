import fc from "fast-check";
import { expect, it } from "vitest";
import type { Asks, Demand } from "../../model/demand.ts";
import { type CostOf, isRefused } from "../../model/facility-type.ts";
import type { CircuitIntent, Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import { sizeCircuit } from "./size.ts";

type Circuit = Omit<CircuitIntent, "origin">;
const origin = { file: "network.yaml", path: ["sites", "a", "circuits", 0] };
const AMSTERDAM: Circuit = { provider: "Equinix", peeringLocation: "Amsterdam", bandwidthMbps: 1000 };
const { bandwidthMbps: _, ...OPEN } = AMSTERDAM;
const ON_PORT: Circuit = {
  port: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRoutePorts/ports",
  peeringLocation: "Amsterdam",
};

it.each<[string, Circuit, Asks[], string]>([
  ["what was ordered", AMSTERDAM, [{}], "Standard_MeteredData 1000"],
  ["the next that is sold", { ...AMSTERDAM, bandwidthMbps: 300 }, [{}], "Standard_MeteredData 500"],
  [
    "what all ask for together",
    OPEN,
    [{ bandwidthMbps: 150 }, { bandwidthMbps: 100 }],
    "Standard_MeteredData 500",
  ],
  ["the smallest where nobody asks", OPEN, [{}], "Standard_MeteredData 50"],
  [
    "a region of the same geopolitical region",
    AMSTERDAM,
    [{ regions: ["northeurope"] }],
    "Standard_MeteredData 1000",
  ],
  ["a region of another", AMSTERDAM, [{ regions: ["northeurope", "eastus"] }], "Premium_MeteredData 1000"],
  ["a region that no page places", AMSTERDAM, [{ regions: ["atlantis"] }], "Standard_MeteredData 1000"],
  ["eleven links", AMSTERDAM, [{ links: 11 }], "Premium_MeteredData 1000"],
  ["links that take a larger circuit", OPEN, [{ links: 30 }], "Premium_MeteredData 500"],
  ["more routes than Standard takes", AMSTERDAM, [{ routes: 4001 }], "Premium_MeteredData 1000"],
  ["the same routes twice", AMSTERDAM, [{ routes: 4000 }, { routes: 4000 }], "Standard_MeteredData 1000"],
  ["a tier by name", AMSTERDAM, [{ sku: "premium" }], "Premium_MeteredData 1000"],
  ["a SKU by name", AMSTERDAM, [{ sku: "Standard_UnlimitedData" }], "Standard_UnlimitedData 1000"],
  ["the smallest of ExpressRoute Direct", ON_PORT, [{}], "Standard_MeteredData 1000"],
  ["what suffices on a port", ON_PORT, [{ bandwidthMbps: 12_000 }], "Standard_MeteredData 40000"],
  ["the next on a port", { ...ON_PORT, bandwidthMbps: 500 }, [{}], "Standard_MeteredData 1000"],
  ["Premium on a port", ON_PORT, [{ regions: ["eastus"] }], "Premium_MeteredData 1000"],
  ["Local by name, which is unlimited", AMSTERDAM, [{ sku: "Local" }], "Local_UnlimitedData 1000"],
])("orders %s", (_name, circuit, asks, expected) => {
  expect(skuOf(circuit, asks)).toBe(expected);
});

it.each<[string, Circuit, Asks[], string]>([
  [
    "more than was ordered",
    AMSTERDAM,
    [{ bandwidthMbps: 600 }, { bandwidthMbps: 600 }],
    "1.2 Gbps are asked of the circuit of a, which has 1 Gbps.",
  ],
  [
    "more than an existing circuit has",
    { existing: "/subscriptions/s/…", bandwidthMbps: 50 },
    [{ bandwidthMbps: 100 }],
    "100 Mbps are asked of the circuit of a, which has 50 Mbps.",
  ],
  [
    "more than is sold",
    OPEN,
    [{ bandwidthMbps: 12_000 }],
    "12 Gbps are asked of one circuit, and a provider's goes up to 10 Gbps.",
  ],
  [
    "unlimited data on a port",
    ON_PORT,
    [{ sku: "Standard_UnlimitedData" }],
    "Standard_UnlimitedData is asked for, and a circuit of ExpressRoute Direct is created metered.",
  ],
  [
    "more than a port gives",
    ON_PORT,
    [{ bandwidthMbps: 120_000 }],
    "120 Gbps are asked of one circuit, and one of ExpressRoute Direct goes up to 100 Gbps.",
  ],
  [
    "more links than Premium has at this bandwidth",
    { ...AMSTERDAM, bandwidthMbps: 50 },
    [{ links: 21 }],
    "A Premium circuit of 50 Mbps is linked with 20 networks at most, and 21 are.",
  ],
  [
    "more routes than any takes",
    AMSTERDAM,
    [{ routes: 10_001 }],
    "A Premium circuit takes 10000 routes, and 10001 are announced.",
  ],
  [
    "a named tier that does not reach",
    AMSTERDAM,
    [{ sku: "Standard_MeteredData", regions: ["eastus"] }],
    "A Standard circuit in Amsterdam (Europe) does not reach eastus (North America).",
  ],
  [
    "metered data of a Local circuit",
    AMSTERDAM,
    [{ sku: "Local_MeteredData" }],
    "Local_MeteredData is no SKU of a circuit.",
  ],
  [
    "Local far away",
    AMSTERDAM,
    [{ sku: "Local", regions: ["westeurope", "northeurope"] }],
    "A Local circuit in Amsterdam reaches westeurope, and not northeurope.",
  ],
  [
    "Local where there is none",
    { ...AMSTERDAM, peeringLocation: "Dallas" },
    [{ sku: "Local", regions: ["southcentralus"] }],
    "No region is local to Dallas.",
  ],
  [
    "a small Local circuit",
    { ...AMSTERDAM, bandwidthMbps: 500 },
    [{ sku: "Local", regions: ["westeurope"] }],
    "A Local circuit has 1 Gbps at least, and 500 Mbps are ordered.",
  ],
  [
    "two SKUs",
    AMSTERDAM,
    [{ sku: "Premium" }, { sku: "Local" }],
    "One circuit has one SKU, and its connections name Local and Premium.",
  ],
])("refuses %s", (_name, circuit, asks, because) => {
  const sized = size(circuit, asks.map(demand));

  expect(isRefused(sized) && sized.because).toBe(because);
  expect(isRefused(sized) && sized).toMatchObject({ origin });
});

it.each([
  [1000, "a pair of 10 Gbps."],
  [5000, "a pair of 10 Gbps or 100 Gbps."],
  [40_000, "a pair of 100 Gbps."],
])(
  "says of %i Mbps on a port which pairs give them, with a link, and that nothing is waited for",
  (mbps, pairs) => {
    const sized = size({ ...ON_PORT, bandwidthMbps: mbps }, [demand({})]);
    const because = isRefused(sized) ? [] : sized.because;
    const direct = because.slice(-5);

    expect(direct[0]?.text).toContain("It stands on ports, which is referred to and not built.");
    expect(direct[0]?.text).toMatch(new RegExp(`${pairs.replace(".", "\\.")}$`));
    expect(direct[1]?.text).toContain("Provisioned at once");
    expect(direct[3]?.text).toContain("includes the circuit");
    expect(direct[4]?.text).toContain("MACsec");
    expect(direct.every(({ source }) => source?.startsWith("https://"))).toBe(true);
  },
);

it("leaves the price of Premium on a port open", () => {
  const sized = size(ON_PORT, [demand({ sku: "Premium" })]);

  expect(isRefused(sized) ? [] : sized.meters.map(({ meterName }) => meterName)).toEqual([
    "Direct Premium Metered Data 1 Gbps Circuit",
    "Metered Data - Data Transfer Out",
  ]);
});

it("counts a network once, however many use its gateway, and takes its region from the file", () => {
  const demands = Array.from({ length: 40 }, (_, index) =>
    demand({ links: 1, virtualNetworks: [index % 2 === 0 ? "hub" : "west"] }, `spoke ${index}`),
  );

  const sized = size(AMSTERDAM, demands, [network("west", "ukwest"), network("hub", "northeurope")]);

  expect(sized).toMatchObject({ sku: "Standard_MeteredData", virtualNetworks: ["west", "hub"] });
});

it.each<[string, Circuit, Asks, RegExp]>([
  ["what reaches", AMSTERDAM, { regions: ["northeurope"] }, /^Standard suffices: it reaches northeurope\./],
  ["what no page places", AMSTERDAM, { regions: ["atlantis"] }, /No page that was read .* atlantis belongs/],
  ["a location that is not named", { bandwidthMbps: 50 }, {}, /names no peering location/],
  [
    "what a tier is taken on trust for",
    { ...AMSTERDAM, peeringLocation: "Atlantis" },
    { sku: "Local", regions: ["westeurope"] },
    /Which regions are local to Atlantis is on no page that was read\. Ask the provider/,
  ],
  ["why it is Premium", AMSTERDAM, { regions: ["eastus"] }, /does not reach eastus .* So it is Premium\./],
  [
    "what is not sold",
    { ...AMSTERDAM, bandwidthMbps: 300 },
    {},
    /300 Mbps is not sold: 500 Mbps is the next/,
  ],
])("says %s", (_name, circuit, asks, text) => {
  const sized = size(circuit, [demand(asks)]);

  expect(!isRefused(sized) && sized.because.map((reason) => reason.text).join("\n")).toMatch(
    new RegExp(text, "m"),
  );
});

it.each<[string, Asks, CostOf | undefined, string, string | RegExp]>([
  [
    "below the break-even",
    { egressGigabytes: 210_000 },
    zoneOne,
    "Standard_MeteredData",
    /Standard_MeteredData 5686, Standard_UnlimitedData 5700\./,
  ],
  [
    "at the break-even",
    { egressGigabytes: 210_560 },
    zoneOne,
    "Standard_MeteredData",
    /Standard_MeteredData 5700, Standard_UnlimitedData 5700\./,
  ],
  [
    "above the break-even",
    { egressGigabytes: 211_000 },
    zoneOne,
    "Standard_UnlimitedData",
    /Standard_MeteredData 5711, Standard_UnlimitedData 5700\./,
  ],
  [
    "no traffic",
    {},
    zoneOne,
    "Standard_MeteredData",
    /Standard_UnlimitedData not compared: nobody says how much leaves Azure/,
  ],
  [
    "no price",
    { egressGigabytes: 211_000 },
    () => undefined,
    "Standard_MeteredData",
    /Standard_UnlimitedData not compared: price unknown/,
  ],
  [
    "nobody to ask for prices",
    { egressGigabytes: 211_000 },
    undefined,
    "Standard_MeteredData",
    /not compared: price unknown/,
  ],
  [
    "Local, whose price is not known",
    { egressGigabytes: 900, regions: ["westeurope"] },
    zoneOne,
    "Standard_MeteredData",
    /Standard_MeteredData 458.50, Standard_UnlimitedData 5700, Local_UnlimitedData not compared: price unknown/,
  ],
  [
    "Local, which is cheaper",
    { egressGigabytes: 90_000, regions: ["westeurope"] },
    withLocal,
    "Local_UnlimitedData",
    /Local_UnlimitedData 1200/,
  ],
  [
    "Local, which does not reach",
    { egressGigabytes: 90_000, regions: ["northeurope"] },
    withLocal,
    "Standard_MeteredData",
    /Standard_UnlimitedData 5700\.$/,
  ],
])("takes the cheaper plan: %s", (_name, asks, costOf, sku, text) => {
  const sized = sizeCircuit({ site: "a", circuit: 0 }, [demand(asks)], intentOf(AMSTERDAM, []), costOf);

  expect(sized).toMatchObject({ sku });
  expect(!isRefused(sized) && sized.because.at(-1)?.text).toMatch(text);
});

it.each([
  ["Amsterdam", "Zone 1"],
  ["Tokyo", "Zone 2"],
  ["Sao Paulo", "Zone 3"],
  ["Jakarta", "Zone 4"],
  ["Atlantis", undefined],
])("bills a circuit in %s by the rates of %s", (peeringLocation, location) => {
  const sized = size({ bandwidthMbps: 500, peeringLocation }, [demand({ egressGigabytes: 70 })]);

  expect(!isRefused(sized) && sized.meters).toMatchObject([
    { meterName: "Standard Metered Data 500 Mbps Circuit", location, unit: "month", quantity: 1 },
    { meterName: "Metered Data - Data Transfer Out", location, unit: "GB", quantity: 70 },
  ]);
});

it("takes a circuit that exists as it is, and bills nothing for it", () => {
  const existing = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/c";

  const sized = size({ existing }, [demand({ links: 200, sku: "Premium" })]);

  expect(sized).toMatchObject({ name: "a-circuit", sku: "existing", meters: [], addresses: [] });
});

const anyAsks: fc.Arbitrary<Asks> = fc.record(
  {
    bandwidthMbps: fc.integer({ min: 0, max: 3000 }),
    links: fc.integer({ min: 0, max: 40 }),
    routes: fc.integer({ min: 0, max: 11_000 }),
    regions: fc.subarray(["westeurope", "uksouth", "eastus", "japaneast", "atlantis"]),
  },
  { requiredKeys: [] },
);

it("finds the smallest that a search through all finds, in whatever order the demands come", () => {
  const anyOrder = fc.constantFrom(undefined, 50, 200, 1000, 10_000);
  fc.assert(
    fc.property(fc.array(anyAsks, { minLength: 1, maxLength: 5 }), anyOrder, (asks, bandwidthMbps) => {
      const circuit = { ...OPEN, ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }) };
      const demands = asks.map((each, index) => demand(each, `wish ${index % 2}`));

      expect(size(circuit, demands.toReversed())).toEqual(size(circuit, demands));
      expect(skuOf(circuit, asks)).toBe(bySearch(asks, bandwidthMbps));
    }),
  );
});

/** The tables of the documentation, spelled out. */
function bySearch(asks: readonly Asks[], ordered: number | undefined): string | undefined {
  const sum = (figure: (each: Asks) => number | undefined) =>
    asks.reduce((total, each) => total + (figure(each) ?? 0), 0);
  const [mbps, links] = [sum((each) => each.bandwidthMbps), sum((each) => each.links)];
  const routes = Math.max(...asks.map((each) => each.routes ?? 0));
  const isFar = asks.some(({ regions }) =>
    regions?.some((region) => ["eastus", "japaneast"].includes(region)),
  );
  const premium = [
    [50, 20],
    [100, 25],
    [200, 25],
    [500, 40],
    [1000, 50],
    [2000, 60],
    [5000, 75],
    [10_000, 100],
  ] as const;
  for (const tier of ["Standard", "Premium"])
    for (const [bandwidth, most] of premium) {
      if (bandwidth < mbps || (ordered !== undefined && bandwidth !== ordered)) continue;
      if (links > (tier === "Standard" ? 10 : most) || routes > (tier === "Standard" ? 4000 : 10_000))
        continue;
      if (tier === "Premium" || !isFar) return `${tier}_MeteredData ${bandwidth}`;
    }
  return undefined;
}

/** As of March 2026, Standard, 1 Gbps. */
function zoneOne({
  meterName,
  quantity,
}: {
  meterName: string;
  quantity: number | undefined;
}): number | undefined {
  if (meterName === "Standard Metered Data 1 Gbps Circuit") return 436;
  if (meterName === "Standard Unlimited Data 1 Gbps Circuit") return 5700;
  return meterName === "Metered Data - Data Transfer Out" ? 0.025 * (quantity ?? 0) : undefined;
}

/** Nobody knows what Local costs; suppose somebody did. */
function withLocal(meter: { meterName: string; quantity: number | undefined }): number | undefined {
  return meter.meterName === "Local Unlimited Data 1 Gbps Circuit" ? 1200 : zoneOne(meter);
}

function skuOf(circuit: Circuit, asks: readonly Asks[]): string | undefined {
  const sized = size(
    circuit,
    asks.map((each) => demand(each)),
  );
  return isRefused(sized) ? undefined : `${sized.sku} ${sized.order?.mbps}`;
}

function size(circuit: Circuit, demands: readonly Demand[], networks: readonly VirtualNetworkIntent[] = []) {
  return sizeCircuit({ site: "a", circuit: 0 }, demands, intentOf(circuit, networks));
}

function intentOf(circuit: Circuit, virtualNetworks: readonly VirtualNetworkIntent[]): Intent {
  return {
    name: "test",
    pools: [],
    reserved: [],
    virtualNetworks,
    sites: [{ name: "a", addressSpace: [], vpnDevices: [], circuits: [{ ...circuit, origin }], origin }],
    p2sUsers: [],
    connections: [],
    isolate: [],
    prefer: "checklist",
    broken: new Set(),
    origin,
  };
}

function network(name: string, region: string): VirtualNetworkIntent {
  return {
    name,
    region,
    scope: {},
    addressSpace: [],
    dualStack: false,
    growth: { type: "nextPowerOfTwo" },
    subnets: [],
    tags: {},
    origin,
  };
}

function demand(asks: Asks, usedBy: string | number = "hub - a"): Demand {
  return { facility: "expressroute-circuit", at: { site: "a", circuit: 0 }, asks, usedBy: `${usedBy}` };
}
