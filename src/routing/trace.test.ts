import { expect, it } from "vitest";
import { askTrace, placesOf } from "../../test/routing/ask-trace.ts";
import {
  defaultLayer,
  end,
  filter,
  gap,
  link,
  matching,
  network,
  node,
  row,
  rule,
  systemLayer,
  table,
  topologyOf,
  userLayer,
} from "../../test/routing/topology-builder.ts";
import { formatAddress } from "../ip/index.ts";
import type { Filter, Layer, LinkEnd, Node, TopologyPart } from "../model/topology.ts";

interface Settings {
  readonly a?: Partial<Node>;
  readonly b?: Partial<Node>;
  readonly bEnd?: Partial<LinkEnd>;
  readonly aEnd?: Partial<LinkEnd>;
  readonly aLayers?: readonly Layer[];
  readonly parts?: readonly TopologyPart[];
}

function ownLayer(id: string, range: string, far: string): Layer {
  return systemLayer({ [range]: { to: "members", network: id }, [far]: { to: "link", link: "peering" } });
}

/** Two peered networks with an interface each: `vm-a` 10.1.0.4 in `a`, `vm-b` 10.2.0.4 in `b`. */
function peered({ a, b, aEnd, bEnd, aLayers = [], parts = [] }: Settings = {}) {
  return topologyOf(
    ...parts,
    network("a", ["10.1.0.0/16"], { region: "westeurope" }),
    network("b", ["10.2.0.0/16"], { region: "eastus2" }),
    node("vm-a", ["10.1.0.4"], { within: "a", table: "a/routes", ...a }),
    node("vm-b", ["10.2.0.4"], { within: "b", table: "b/routes", ...b }),
    node("vm-b2", ["10.2.0.5"], { within: "b", table: "b/routes" }),
    table("a/routes", ownLayer("a", "10.1.0.0/16", "10.2.0.0/16"), defaultLayer(), ...aLayers),
    table("b/routes", ownLayer("b", "10.2.0.0/16", "10.1.0.0/16"), defaultLayer()),
    link("peering", end("a", aEnd), end("b", bEnd)),
  );
}

const there = ["vm-a 10.1.0.4", "vm-b 10.2.0.4"] as const;

it("delivers over a peering and back, and says what decided", () => {
  const trace = askTrace(peered(), ...there);

  expect(trace).toMatchObject({
    outcome: "delivered",
    because: "It reaches vm-b, and the answer comes back.",
  });
  expect(placesOf(trace.there)).toEqual(["vm-a > vm-b"]);
  expect(placesOf(trace.back)).toEqual(["vm-b > vm-a"]);
  expect(trace.there[0]?.hops[0]).toMatchObject({
    decidedBy: [{ what: "route", table: "a/routes", source: "Default", addressPrefix: "10.2.0.0/16" }],
    segment: { medium: "backbone", name: "peering" },
  });
});

it("sums round trips between regions, and knows no bandwidth that nobody said", () => {
  const [way] = askTrace(peered(), ...there, {
    latency: (a, b) => (a === "westeurope" && b === "eastus2" ? 83 : undefined),
  }).there;

  expect(way?.roundTripMs).toBe(83);
  expect(way).not.toHaveProperty("bandwidthMbps");
  expect(askTrace(peered(), ...there).there[0]).not.toHaveProperty("roundTripMs");
});

it("delivers inside one network", () => {
  const trace = askTrace(peered(), "vm-b 10.2.0.4", "vm-b2 10.2.0.5");

  expect(trace.outcome).toBe("delivered");
  expect(trace.there[0]?.hops[0]?.segment).toEqual({ medium: "network", name: "b", crossesInternet: false });
});

it.each<[string, Settings, string, string]>([
  ["it does not send", { aEnd: { sends: false } }, "dropped", "a does not send over peering."],
  [
    "the far end does not send: no answer",
    { bEnd: { sends: false } },
    "returnPathMissing",
    "The answer of vm-b does not arrive: b does not send over peering.",
  ],
  [
    "the peering takes other subnets",
    { aEnd: { sendsFrom: [row("10.1.9.0/24", { to: "none" }).prefix] } },
    "dropped",
    "The sender is not among the ranges that peering takes.",
  ],
  ["there is no table", { a: { table: "gone" } }, "noRoute", "vm-a has no route to 10.2.0.4."],
  [
    "the route leads nowhere",
    { aLayers: [userLayer([row("10.2.0.0/16", { to: "none" }, { name: "stop", nextHopType: "None" })])] },
    "dropped",
    "a/routes drops it: stop, 10.2.0.0/16 to None.",
  ],
  [
    "the table sends it back and forth",
    { aLayers: [userLayer([row("10.2.0.0/16", { to: "table", table: "a/routes" })])] },
    "loop",
    "It comes back to vm-a as it was.",
  ],
  [
    "a gap is about the link",
    { parts: [gap("notModelled", "peering", "Its kind is not known.")] },
    "notModelled",
    "Its kind is not known.",
  ],
])("says why not: %s", (_, settings, outcome, because) => {
  expect(askTrace(peered(settings), ...there)).toMatchObject({ outcome, because });
});

it.each<[string, string, string]>([
  ["vm-b", "dropped", "vm-b is down."],
  ["vm-a", "dropped", "vm-a is down."],
  ["peering", "dropped", "peering is down."],
])("says what is down: %s", (down, outcome, because) => {
  expect(askTrace(peered(), ...there, { down: [down] })).toMatchObject({ outcome, because });
});

it("tells an address that nothing has from one that is out of range, and from a network that is not here", () => {
  const absent = topologyOf(
    network("a", ["10.1.0.0/16"]),
    network("far", ["10.9.0.0/16"]),
    node("vm-a", ["10.1.0.4"], { within: "a", table: "t" }),
    table(
      "t",
      systemLayer({
        "10.1.0.0/16": { to: "members", network: "a" },
        "10.9.0.0/16": { to: "link", link: "p" },
      }),
    ),
    link("p", end("a"), end("far")),
  );

  expect(askTrace(peered(), "vm-a 10.1.0.4", "vm-b 10.2.0.9")).toMatchObject({
    outcome: "noRoute",
    because: "10.2.0.9 is in the range of b, where nothing has it.",
  });
  expect(askTrace(absent, "vm-a 10.1.0.4", "far 10.9.0.4").outcome).toBe("leavesEstate");
});

it("collects what is taken for granted on the way, each once", () => {
  const parts = [gap("assumed", "peering", "Both halves agree."), gap("assumed", "vm-b2", "Not on the way.")];

  expect(askTrace(peered({ parts }), ...there).assumed).toEqual(["Both halves agree."]);
});

it("heeds what is left out of a subnet's routes on the way to public addresses alone", () => {
  const egress = { by: "a public address" };
  const inA = (about: string, kind: "assumed" | "notModelled" = "notModelled") =>
    peered({ a: { egress, table: "subnet/routes" }, parts: [gap(kind, about, "Who knows."), subnetTable] });

  for (const about of ["subnet", "subnet/routes/tagged", "rt/routes/tagged"]) {
    expect(askTrace(inA(about), "vm-a 10.1.0.4", "8.8.8.8").outcome).toBe("notModelled");
    expect(askTrace(inA(about), ...there).outcome).toBe("delivered");
  }
  expect(askTrace(inA("rt"), ...there).outcome).toBe("notModelled");
  expect(askTrace(inA("rt/routes/tagged", "assumed"), ...there).assumed).toEqual([]);
});

const subnetTable = table(
  "subnet/routes",
  systemLayer({ "10.2.0.0/16": { to: "link", link: "peering" } }),
  defaultLayer(),
  { ...userLayer({}), id: "rt/routes#a" },
);

it("takes for granted what is said of the route that decides", () => {
  const decides = row("10.2.0.0/16", { to: "link", link: "peering" });
  const said = { ...gap("assumed", "rt/routes/b", "It leads there."), origin: decides.origin };
  const layer = { ...userLayer([decides]), id: "rt/routes#a" };

  expect(askTrace(peered({ aLayers: [layer], parts: [said] }), ...there).assumed).toEqual([
    "It leads there.",
  ]);
});

it("does not know where a route without an address leads", () => {
  const nowhere = userLayer({ "10.2.0.0/16": { to: "addresses", addresses: [] } });

  expect(askTrace(peered({ aLayers: [nowhere] }), ...there).outcome).toBe("notModelled");
});

const deny = rule("deny", 4096, { access: "Deny" });

it.each<[string, readonly Filter[], Settings, string]>([
  ["outbound", [filter("nsg", deny)], { a: { outbound: ["nsg"] } }, "deniedOutbound"],
  ["inbound", [filter("nsg", deny)], { b: { inbound: ["nsg"] } }, "deniedInbound"],
  [
    "outbound of the one that answers: open",
    [filter("nsg", deny)],
    { b: { outbound: ["nsg"] } },
    "delivered",
  ],
  ["inbound of the one that asked: open", [filter("nsg", deny)], { a: { inbound: ["nsg"] } }, "delivered"],
  [
    "what the table leads to",
    [filter("nsg", rule("vnet", 100, { sources: matching({ routed: true }) }), deny)],
    { b: { inbound: ["nsg"] } },
    "delivered",
  ],
  [
    "what the table leads to, but sends nothing to",
    [filter("nsg", rule("vnet", 100, { sources: matching({ routed: true }) }), deny)],
    { b: { inbound: ["nsg"] }, bEnd: { sends: false } },
    "deniedInbound",
  ],
])("applies filters: %s", (_, filters, settings, outcome) => {
  const trace = askTrace(peered({ ...settings, parts: filters }), ...there);

  expect(trace.outcome).toBe(outcome);
});

it("lets the part of a flow through that all filters on the way allow", () => {
  const tcp = filter("tcp", rule("tcp", 100, { protocol: "tcp" }), deny);
  const web = filter("web", rule("web", 100, { destinationPorts: [{ from: 443, to: 443 }] }), deny);
  const topology = peered({ a: { outbound: ["tcp"] }, b: { inbound: ["web"] }, parts: [tcp, web] });

  const trace = askTrace(topology, ...there, { flow: { protocol: "*" } });

  expect(trace.outcome).toBe("partlyDenied");
  expect(trace.there[0]?.denied).toEqual([
    { rule: "tcp/deny", flow: "udp, icmp, esp, ah" },
    { rule: "web/deny", flow: "tcp 0-442, tcp 444-65535" },
  ]);
});

it("leaves for the internet only with a public address, and for public addresses", () => {
  const egress = { by: "NAT gateway egress" };

  expect(askTrace(peered({ a: { egress } }), "vm-a 10.1.0.4", "8.8.8.8")).toMatchObject({
    outcome: "delivered",
    because: "It reaches 8.8.8.8 on the internet by NAT gateway egress.",
    back: [],
  });
  expect(askTrace(peered(), "vm-a 10.1.0.4", "8.8.8.8").outcome).toBe("dropped");
  expect(askTrace(peered({ a: { egress } }), "vm-a 10.1.0.4", "vm-b 10.99.0.4").outcome).toBe("dropped");
  expect(askTrace(peered({ a: { egress } }), "vm-a 10.1.0.4", "vm-b 20.0.0.4").outcome).toBe("leavesEstate");
});

it("lets nothing in from the internet to a private address", () => {
  expect(askTrace(peered(), "8.8.8.8", "vm-b 10.2.0.4").outcome).toBe("dropped");
  expect(askTrace(peered(), "8.8.8.8", "vm-b 20.0.0.4").outcome).toBe("notModelled");
  expect(askTrace(peered(), "8.8.8.8", "9.9.9.9").outcome).toBe("notModelled");
});

it("calls it overlap where somebody else gets it", () => {
  const equal = systemLayer(
    [
      row("10.8.0.0/16", { to: "members", network: "a" }),
      row("10.8.0.0/16", { to: "link", link: "peering" }),
    ],
    { id: "twice" },
  );
  const parts = [
    node("here", ["10.8.0.4"], { within: "a", table: "a/routes" }),
    node("far", ["10.8.0.4"], { within: "b", table: "b/routes" }),
  ];

  const trace = askTrace(peered({ aLayers: [equal], parts }), "vm-a 10.1.0.4", "here 10.8.0.4");

  expect(trace).toMatchObject({
    outcome: "overlap",
    because: "10.8.0.4 is also an address of far, which gets it.",
  });
});

it("begins at the interface that has the address where a subnet or a network is asked", () => {
  const subnet = node("subnet", ["10.1.0.0/24"], { role: "subnet", within: "a", table: "a/routes" });
  const topology = peered({ parts: [subnet] });

  expect(placesOf(askTrace(topology, "subnet 10.1.0.4", "vm-b 10.2.0.4").there)).toEqual(["vm-a > vm-b"]);
  expect(placesOf(askTrace(topology, "a 10.1.0.9", "vm-b 10.2.0.4").there)).toEqual(["subnet > vm-b"]);
  expect(askTrace(topology, "vm-b 10.2.0.4", "subnet 10.1.0.4").outcome).toBe("delivered");
});

it("shows the packet as it leaves every place", () => {
  const hops = askTrace(peered(), ...there).back[0]?.hops ?? [];

  expect(hops.map(({ source, destination }) => [source, destination].map(formatAddress))).toEqual([
    ["10.2.0.4", "10.1.0.4"],
    ["10.2.0.4", "10.1.0.4"],
  ]);
});
