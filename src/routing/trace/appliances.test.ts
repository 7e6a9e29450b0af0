import { expect, it } from "vitest";
import { askTrace, placesOf } from "../../../test/routing/ask-trace.ts";
import {
  address,
  defaultLayer,
  end,
  filter,
  forwards,
  gap,
  gateway,
  link,
  matching,
  network,
  node,
  prefixes,
  rule,
  systemLayer,
  table,
  topologyOf,
  userLayer,
} from "../../../test/routing/topology-builder.ts";
import type { Forwarding, Layer, LinkEnd, NextHop, Node, TopologyPart } from "../../model/topology.ts";

const toAppliance: NextHop = { to: "addresses", addresses: [address("10.0.1.4")] };

interface Settings {
  readonly forwarding?: Forwarding;
  readonly a?: readonly Layer[];
  readonly b?: readonly Layer[];
  /** Of b's half. */
  readonly bEnd?: Partial<LinkEnd>;
  readonly parts?: readonly TopologyPart[];
}

const throughAppliance = userLayer({ "10.1.0.0/16": toAppliance, "10.2.0.0/16": toAppliance });

function spokeLayer(id: string, range: string): Layer {
  return systemLayer(
    { [range]: { to: "members", network: id }, "10.0.0.0/16": { to: "link", link: `hub-${id}` } },
    { id },
  );
}

/** Two spokes at a hub with an appliance at 10.0.1.4; each spoke's table is as `a` and `b` say. */
function spokes({ forwarding = forwards, a, b, bEnd, parts = [] }: Settings = {}) {
  return topologyOf(
    ...parts,
    network("hub", ["10.0.0.0/16"]),
    network("a", ["10.1.0.0/16"]),
    network("b", ["10.2.0.0/16"]),
    node("nva", ["10.0.1.4"], { within: "hub", table: "hub/routes", forwarding }),
    node("vm-a", ["10.1.0.4"], { within: "a", table: "a/routes" }),
    node("vm-b", ["10.2.0.4"], { within: "b", table: "b/routes" }),
    table(
      "hub/routes",
      systemLayer({
        "10.0.0.0/16": { to: "members", network: "hub" },
        "10.1.0.0/16": { to: "link", link: "hub-a" },
        "10.2.0.0/16": { to: "link", link: "hub-b" },
      }),
      defaultLayer(),
    ),
    table("a/routes", spokeLayer("a", "10.1.0.0/16"), defaultLayer(), ...(a ?? [throughAppliance])),
    table("b/routes", spokeLayer("b", "10.2.0.0/16"), defaultLayer(), ...(b ?? [throughAppliance])),
    link("hub-a", end("hub"), end("a")),
    link("hub-b", end("hub"), end("b", bEnd)),
  );
}

const there = ["vm-a 10.1.0.4", "vm-b 10.2.0.4"] as const;

it("goes from spoke to spoke through an appliance, and back", () => {
  const trace = askTrace(spokes({ forwarding: { ...forwards, stateful: true } }), ...there);

  expect(trace.outcome).toBe("delivered");
  expect(placesOf(trace.there)).toEqual(["vm-a > nva > vm-b"]);
  expect(placesOf(trace.back)).toEqual(["vm-b > nva > vm-a"]);
});

it.each<[string, Settings, string, string]>([
  [
    "it does not forward",
    { forwarding: { does: "no", because: "IP forwarding is off." } },
    "dropped",
    "nva does not forward: IP forwarding is off.",
  ],
  [
    "nobody knows whether it forwards",
    { forwarding: { does: "unknown", because: "Its rules are not here." } },
    "notModelled",
    "Whether nva forwards is not known: Its rules are not here.",
  ],
  [
    "the far spoke takes nothing forwarded",
    { bEnd: { acceptsForwarded: false } },
    "dropped",
    "b does not take forwarded traffic over hub-b.",
  ],
  [
    "nothing has the next hop's address",
    { a: [userLayer({ "10.2.0.0/16": { to: "addresses", addresses: [address("10.0.1.9")] } })] },
    "dropped",
    "Nothing in hub has the next hop's address 10.0.1.9.",
  ],
  [
    "the next hop is two links away",
    { a: [userLayer({ "10.2.0.0/16": { to: "addresses", addresses: [address("10.2.0.4")] } })] },
    "dropped",
    "The next hop 10.2.0.4 is neither in its network nor in one beside it.",
  ],
  [
    "it is left out",
    { parts: [gap("notModelled", "nva", "It is left out.")] },
    "notModelled",
    "It is left out.",
  ],
])("says why not: %s", (_, settings, outcome, because) => {
  expect(askTrace(spokes(settings), ...there)).toMatchObject({ outcome, because });
});

it("has no answer where only one spoke has the route", () => {
  const trace = askTrace(spokes({ b: [] }), ...there);

  expect(trace.outcome).toBe("returnPathMissing");
  expect(trace.because).toMatch(
    /^The answer of vm-b does not arrive: vm-b has no route to a: 10\.1\.0\.4 is private/,
  );
});

/** In `a`, one who reaches b directly; b's answers go as its table says. */
const direct: TopologyPart[] = [link("a-b", end("a"), end("b"))];
const toB = userLayer({ "10.2.0.0/16": { to: "link", link: "a-b" } });
const toA = userLayer({ "10.1.0.0/16": { to: "link", link: "a-b" } });

it.each<[string, boolean, Settings, string]>([
  ["the way back misses a stateful one", true, { b: [toA], parts: direct }, "asymmetric"],
  ["the way back misses one that is not", false, { b: [toA], parts: direct }, "delivered"],
  ["only the way back passes a stateful one", true, { a: [toB], parts: direct }, "asymmetric"],
])("%s", (_, stateful, settings, outcome) => {
  const topology = spokes({ ...settings, forwarding: { ...forwards, stateful } });

  expect(askTrace(topology, ...there).outcome).toBe(outcome);
});

it("answers come back through one that put its own address in place of the sender's", () => {
  const forwarding: Forwarding = { ...forwards, stateful: true, sourceNat: true };
  const trace = askTrace(spokes({ forwarding, b: [], bEnd: { acceptsForwarded: false } }), ...there);

  expect(trace.outcome).toBe("delivered");
  expect(placesOf(trace.back)).toEqual(["vm-b > nva > vm-a"]);
});

it("says what is taken for granted of an appliance on the way", () => {
  const forwarding: Forwarding = { ...forwards, assumed: "It is taken to forward everything." };

  expect(askTrace(spokes({ forwarding }), ...there).assumed).toEqual(["It is taken to forward everything."]);
});

it("loops where the appliance's own table sends back to it", () => {
  const own = table(
    "hub/routes",
    systemLayer({ "10.0.0.0/16": { to: "members", network: "hub" } }),
    throughAppliance,
  );

  expect(askTrace(spokes({ parts: [own] }), ...there)).toMatchObject({
    outcome: "loop",
    because: "It comes back to nva as it was.",
  });
});

it("finds an appliance inside a range that the same table sends to it", () => {
  const own = userLayer({ "10.0.0.0/16": toAppliance });
  const vm = node("vm-hub", ["10.0.2.4"], { within: "hub", table: "hub/own" });
  const other = node("vm-hub2", ["10.0.3.4"], { within: "hub", table: "hub/routes" });
  const ownTable = table("hub/own", systemLayer({ "10.0.0.0/16": { to: "members", network: "hub" } }), own);

  const trace = askTrace(spokes({ parts: [vm, other, ownTable] }), "vm-hub 10.0.2.4", "vm-hub2 10.0.3.4");

  expect(placesOf(trace.there)).toEqual(["vm-hub > nva > vm-hub2"]);
  expect(trace.outcome).toBe("delivered");
});

function filtering(direction: "inbound" | "outbound"): Node {
  return node("nva", ["10.0.1.4"], {
    within: "hub",
    table: "hub/routes",
    forwarding: forwards,
    [direction]: ["nsg"],
  });
}

it("applies the filters of an appliance to what it passes on, both ways in", () => {
  const nsg = filter(
    "nsg",
    rule("no-b", 100, { access: "Deny", destinations: matching({ prefixes: prefixes("10.2.0.0/16") }) }),
    rule("all", 200),
  );
  expect(askTrace(spokes({ parts: [nsg, filtering("inbound")] }), ...there).outcome).toBe("deniedInbound");
  expect(askTrace(spokes({ parts: [nsg, filtering("outbound")] }), ...there).outcome).toBe("deniedOutbound");
});

/** Two appliances behind a load balancer at the address that the spokes' routes name. */
function balanced(more: Settings = {}) {
  const stateful: Forwarding = { ...forwards, stateful: true };
  const backend = (id: string, own: string) =>
    node(id, [own], { within: "hub", table: "hub/routes", forwarding: stateful });
  const balancer = node("lb", ["10.0.1.4"], { within: "hub", balances: ["nva1", "nva2"] });
  const nva = node("nva", ["10.0.1.99"], { within: "hub" });
  return spokes({
    ...more,
    parts: [...(more.parts ?? []), nva, balancer, backend("nva1", "10.0.1.5"), backend("nva2", "10.0.1.6")],
  });
}

it("keeps a flow on the appliance that the load balancer chose, both ways", () => {
  const trace = askTrace(balanced(), ...there);

  expect(trace.outcome).toBe("delivered");
  expect(placesOf(trace.there)).toEqual(["vm-a > lb > nva1 > vm-b", "vm-a > lb > nva2 > vm-b"]);
  expect(placesOf(trace.back)).toEqual(["vm-b > lb > nva1 > vm-a", "vm-b > lb > nva2 > vm-a"]);
});

it("keeps a flow on the appliance that it was on when it meets the load balancer again", () => {
  const toBalancer = userLayer({ "10.2.0.0/16": toAppliance });
  const own = table(
    "hub/routes",
    systemLayer({ "10.0.0.0/16": { to: "members", network: "hub" } }),
    toBalancer,
  );

  expect(placesOf(askTrace(balanced({ parts: [own] }), ...there).there)).toEqual([
    "vm-a > lb > nva1 > lb > nva1",
    "vm-a > lb > nva2 > lb > nva2",
  ]);
});

it("leaves out an appliance that is down, and drops where all are", () => {
  expect(placesOf(askTrace(balanced(), ...there, { down: ["nva1"] }).there)).toEqual([
    "vm-a > lb > nva2 > vm-b",
  ]);
  expect(askTrace(balanced(), ...there, { down: ["nva1", "nva2"] })).toMatchObject({
    outcome: "dropped",
    because: "lb has nobody behind it that is up.",
  });
});

it("two stateful appliances side by side without a load balancer do not see both directions", () => {
  const both: NextHop = { to: "addresses", addresses: [address("10.0.1.5"), address("10.0.1.6")] };
  const user = [userLayer({ "10.1.0.0/16": both, "10.2.0.0/16": both })];

  expect(askTrace(balanced({ a: user, b: user }), ...there).outcome).toBe("asymmetric");
});

function web(id: string, own: string): Node {
  return node(id, [own], { within: "b", table: "b/routes" });
}

it("applies a load balancer's own filters before it hands anything on", () => {
  const parts = [
    filter("front", rule("no", 1, { access: "Deny" })),
    node("lb", ["10.2.0.10"], { within: "b", balances: ["web1"], inbound: ["front"] }),
    web("web1", "10.2.0.11"),
  ];

  expect(askTrace(spokes({ parts }), "vm-a 10.1.0.4", "lb 10.2.0.10").outcome).toBe("deniedInbound");
  expect(askTrace(spokes({ parts }), "vm-a 10.1.0.4", "web1 10.2.0.11").outcome).toBe("delivered");
});

it("delivers what is meant for a load balancer to those behind it, and they answer as it", () => {
  const parts = [
    node("lb", ["10.2.0.10"], { within: "b", balances: ["web1", "web2"] }),
    web("web1", "10.2.0.11"),
    web("web2", "10.2.0.12"),
  ];

  const trace = askTrace(spokes({ parts }), "vm-a 10.1.0.4", "lb 10.2.0.10");

  expect(trace.outcome).toBe("delivered");
  expect(placesOf(trace.there)).toEqual(["vm-a > nva > lb > web1", "vm-a > nva > lb > web2"]);
  expect(trace.back.map(({ hops }) => hops[0]?.source)).toEqual([address("10.2.0.10"), address("10.2.0.10")]);
});

it("a gateway's packets count as its network's own", () => {
  const topology = spokes({ forwarding: gateway, bEnd: { acceptsForwarded: false } });

  expect(askTrace(topology, ...there).outcome).toBe("delivered");
});
