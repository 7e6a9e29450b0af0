import { expect, it } from "vitest";
import { origin, originates, session, speaker, topologyOf } from "../../test/routing/topologies.ts";
import type { Topology } from "../model/topology.ts";
import { shapeOf } from "./island-shape.ts";
import { islandsOf } from "./islands.ts";

interface Said {
  readonly ids: readonly [string, string];
  readonly asns?: readonly [number, number];
  readonly ranges?: readonly [string, string];
  readonly routerIds?: readonly [string, string];
  readonly tag?: string;
  readonly gaps?: Topology["gaps"];
  readonly strips?: boolean;
}

/** Two routers that tell each other of a range each. */
function pair({
  ids,
  asns: [asnA, asnB] = [65_001, 65_002],
  ranges: [rangeA, rangeB] = ["10.1.0.0/16", "10.2.0.0/16"],
  routerIds: [routerA, routerB] = ["10.1.0.4", "10.2.0.4"],
  tag = "branch",
  gaps = [],
  strips = false,
}: Said) {
  const [a, b] = ids;
  const sends = { tags: [tag], stripsPrivateAsns: strips };
  const topology = topologyOf([
    speaker(a, asnA, { routerId: routerA, originates: originates(tag, [rangeA]) }, [[`region/${a}`]]),
    speaker(b, asnB, { routerId: routerB, originates: originates(tag, [rangeB]) }, [[`region/${b}`]]),
    session({ node: a, sends }, { node: b, sends }),
  ]);
  const [island] = islandsOf({ ...topology, gaps });
  return island && shapeOf(island);
}

function gap(about: string): Topology["gaps"] {
  return [{ part: "gap", kind: "notModelled", about: [about], because: "It is left out.", origin }];
}

const usual = pair({ ids: ["gateway-1", "gateway-2"] });

it.each([
  ["names", { ids: ["gateway-3", "gateway-4"] }],
  ["numbers that nobody asks for", { ids: ["gateway-1", "gateway-2"], asns: [65_003, 65_004] }],
  [
    "addresses",
    {
      ids: ["gateway-1", "gateway-2"],
      ranges: ["10.3.0.0/16", "10.4.0.0/16"],
      routerIds: ["10.3.0.4", "10.4.0.4"],
    },
  ],
  ["gaps elsewhere", { ids: ["gateway-1", "gateway-2"], gaps: gap("gateway-7") }],
] satisfies readonly (readonly [string, Said])[])("is the same under other %s", (_, said) => {
  expect(pair(said)?.text).toBe(usual?.text);
});

it.each([
  ["the order of ids, which breaks ties", { ids: ["gateway-2", "gateway-1"] }],
  ["who has the same number", { ids: ["gateway-1", "gateway-2"], asns: [65_001, 65_001] }],
  ["ranges that hold each other", { ids: ["gateway-1", "gateway-2"], ranges: ["10.0.0.0/8", "10.2.0.0/16"] }],
  ["ranges that are public", { ids: ["gateway-1", "gateway-2"], ranges: ["11.1.0.0/16", "11.2.0.0/16"] }],
  ["the order of router ids", { ids: ["gateway-1", "gateway-2"], routerIds: ["10.2.0.4", "10.1.0.4"] }],
  ["tags", { ids: ["gateway-1", "gateway-2"], tag: "static" }],
  ["what is left out", { ids: ["gateway-1", "gateway-2"], gaps: gap("gateway-1") }],
] satisfies readonly (readonly [string, Said])[])("tells islands apart by %s", (_, said) => {
  expect(pair(said)?.text).not.toBe(usual?.text);
});

it("tells numbers apart where some are taken off the way", () => {
  const ids = ["gateway-1", "gateway-2"] as const;

  const [one, same, other] = [
    pair({ ids, strips: true }),
    pair({ ids: ["gateway-3", "gateway-4"], strips: true }),
    pair({ ids, strips: true, asns: [64_496, 65_002] }),
  ];

  expect(same?.text).toBe(one?.text);
  expect(other?.text).not.toBe(one?.text);
});

it("has the same things at the same places", () => {
  const other = pair({ ids: ["gateway-3", "gateway-4"] });

  const pairs = usual?.names.map((name, place) => `${name} = ${other?.names[place]}`);

  expect(pairs).toEqual([
    "gateway-1 = gateway-3",
    "region/gateway-1 = region/gateway-3",
    "gateway-2 = gateway-4",
    "region/gateway-2 = region/gateway-4",
    "gateway-1 gateway-2 = gateway-3 gateway-4",
  ]);
});
