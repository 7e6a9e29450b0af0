import fc from "fast-check";
import { expect, it } from "vitest";
import { connectionKinds } from "../../src/connections/index.ts";
import { facilityTypes } from "../../src/facilities/index.ts";
import type { Asks, Demand } from "../../src/model/demand.ts";
import type { Intent } from "../../src/model/intent.ts";
import type { GatewayPlan } from "../../src/planning/gateways/gateway-plan.ts";
import { marginalPrices } from "../../src/planning/gateways/marginal-prices.ts";
import { sizeFacilities } from "../../src/planning/gateways/size-facilities.ts";
import { meterPricer } from "../../src/prices/price-meters.ts";
import { priceSheet } from "../../src/prices/price-sheet.ts";
import { readIntent } from "../../src/readers/intent/read-intent.ts";
import type { Document } from "../../src/source/index.ts";
import { readDocument } from "../../src/source/index.ts";
import { exampleNames, intentIn } from "../examples/example.ts";
import { pricesOneByOne } from "../oracles/prices-one-by-one.ts";
import { planOf } from "./plan-text.ts";

const priceOf = meterPricer(priceSheet);
const names = connectionKinds.map(({ name }) => name);

it("prices every wish of the examples as if each were priced alone", () => {
  for (const name of exampleNames) {
    const intent = intentOf(intentIn(name));
    expectEqual(planOf(intent).gateways, intent);
  }
});

const spokes = Array.from({ length: 14 }, (_, index) => `spoke-${index}`);
const shared = intentOf(
  readDocument(
    "network.yaml",
    `
name: shared
defaults: { region: westeurope }
addressSpace: 10.0.0.0/8
virtualNetworks:
  hub: { role: hub, size: /22 }
${spokes.map((name) => `  ${name}: { size: /24 }`).join("\n")}
sites:
  utrecht: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
  delft: { addressSpace: 192.168.2.0/24, vpnDevices: [{ publicIp: 198.51.100.20 }] }
  plant: { addressSpace: 192.168.4.0/24, circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps }] }
connections:
  - between: [hub, "spoke-*"]
`,
  ),
);
const wishes = planOf(shared).decided.map(({ wish }) => wish);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const anyUsers = fc.constantFrom("staff", "guests").chain((group) =>
  fc.record({
    group: fc.constant(group),
    count: fc.constant(200),
    maxConcurrent: fc.constantFrom(20, 200, 800),
    os: fc.constant(["windows"]),
    authentication: fc.constant("certificate"),
    addressPool: fc.constant([]),
    protocols: fc.constantFrom(["OpenVPN"], ["SSTP"], ["IkeV2"]),
  }),
);
/** Few of each, so that many ask for the same. */
const anyAsks: fc.Arbitrary<Asks> = fc
  .record({
    tunnels: maybe(fc.constantFrom(1, 4, 12)),
    farEnd: maybe(fc.constantFrom("utrecht", "delft", "hub")),
    bandwidthMbps: maybe(fc.constantFrom(100, 700, 1200)),
    perTunnelMbps: maybe(fc.constantFrom(100, 900)),
    bgp: maybe(fc.boolean()),
    asn: fc.option(fc.constantFrom(65515, 65001), { nil: undefined, freq: 12 }),
    users: fc.option(anyUsers, { nil: undefined, freq: 5 }),
    natRules: maybe(fc.constantFrom(1, 30)),
    routes: maybe(fc.constantFrom(1, 200)),
    survives: maybe(fc.constantFrom(["instance"], ["zone"])),
    sku: fc.option(fc.constantFrom("VpnGw3AZ"), { nil: undefined, freq: 9 }),
    circuits: maybe(fc.constantFrom([{ site: "plant", circuit: 0 }], [{ site: "plant", circuit: 1 }])),
    links: maybe(fc.constantFrom(1, 2)),
    egressGigabytes: maybe(fc.constantFrom(10, 100_000)),
  })
  .map((asks) => JSON.parse(JSON.stringify(asks)));

const anyDemands: fc.Arbitrary<GatewayPlan["demandsOf"]> = fc
  .tuple(
    fc.array(anyAsks, { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(3), fc.constantFrom("vpn-gateway", "expressroute-gateway", "route-server")), {
      minLength: wishes.length,
      maxLength: wishes.length,
    }),
  )
  .map(
    ([sorts, picks]) =>
      new Map(
        wishes.map((wish, index) => {
          const [sort = 0, facility = ""] = picks[index] ?? [];
          const asks = sorts[sort % sorts.length] ?? {};
          return [
            wish,
            [{ facility, at: { virtualNetwork: "hub" }, asks, usedBy: wish.name } satisfies Demand],
          ] as const;
        }),
      ),
  );

it("prices any demands as if each were priced alone", () => {
  let sizes = 0;
  fc.assert(
    fc.property(anyDemands, (demandsOf) => {
      const all = [...demandsOf.values()].flat();
      const facilities = sizeFacilities(all, facilityTypes, shared, () => undefined).flatMap(
        ({ sized }) => sized ?? [],
      );
      sizes += facilities.length;
      expectEqual({ demandsOf, facilities }, shared);
    }),
    { numRuns: Number(process.env["TWINS"] ?? 150) },
  );
  expect(sizes).toBeGreaterThan(50);
});

function expectEqual(plan: Pick<GatewayPlan, "demandsOf" | "facilities">, intent: Intent): void {
  const prices = marginalPrices(plan, intent, facilityTypes, priceOf);
  expect(prices).toEqual(pricesOneByOne(plan, intent, facilityTypes, priceOf));
}

function intentOf(document: Document): Intent {
  const { intent, diagnostics } = readIntent(document, names);
  if (!intent) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return intent;
}
