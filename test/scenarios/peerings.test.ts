import { expect, it } from "vitest";
import { reservedRanges } from "./reserved-ranges.ts";
import { passes, scenario, uses } from "./scenario.ts";

it("T4: spokes of one hub do not reach each other, whatever the flags", () => {
  const spokes = scenario("peering-is-not-transitive");

  expect(spokes.rows("a/web")).toEqual(
    [
      "Default Active 10.1.0.0/16 VnetLocal",
      "Default Active 10.0.0.0/16 VNetPeering",
      "Default Active 0.0.0.0/0 Internet",
      ...reservedRanges,
    ].toSorted(),
  );
  expect(spokes.reach("a/web 10.1.0.4", "b/web 10.2.0.4")).toBe("dropped");
  expect(spokes.reach("a/web 10.1.0.4", "hub/shared 10.0.1.4")).toBe("delivered");
});

it("T4: nor by a route to the hub's VPN gateway", () => {
  // The page of 2018 says that this works, that of 2026 names a peering or an appliance as the only ways.
  const spokes = scenario("peering-is-not-transitive", {
    edits: [
      ["name: web, properties: {", "name: web, properties: { routeTable: { id: routeTables/to-gateway },"],
      [
        "  - type: Microsoft.Network/virtualNetworkGateways",
        `${TO_GATEWAY}  - type: Microsoft.Network/virtualNetworkGateways`,
      ],
    ],
  });

  expect(spokes.rowsFor("a/web", "10.2.0.0/15")).toEqual(["User Active 10.2.0.0/15 VirtualNetworkGateway"]);
  expect(spokes.reach("a/web 10.1.0.4", "b/web 10.2.0.4")).toBe("noRoute");
});

const TO_GATEWAY = `  - type: Microsoft.Network/routeTables
    name: to-gateway
    location: westeurope
    properties:
      routes: [{ name: spokes, properties: { addressPrefix: 10.2.0.0/15, nextHopType: VirtualNetworkGateway } }]
`;

it("T5: spokes reach each other through the appliance", () => {
  const spokes = scenario("spokes-through-appliance");

  for (const [from, to] of [
    ["a/web 10.1.0.4", "b/web 10.2.0.4"],
    ["b/web 10.2.0.4", "a/web 10.1.0.4"],
  ] as const) {
    const trace = spokes.trace(from, to);
    expect(trace.outcome).toBe("delivered");
    expect(passes(trace.there, "appliance")).toBe(true);
    expect(passes(trace.back, "appliance")).toBe(true);
  }
});

it.each([
  {
    // Without its route b has no way to a at all: 10.0.0.0/8 is dropped.
    edit: [
      "name: to-a, properties: { addressPrefix: 10.1.0.0/16",
      "name: to-a, properties: { addressPrefix: 10.77.0.0/16",
    ],
    outcome: "returnPathMissing",
    why: "one side has no route",
  },
  {
    edit: ["enableIPForwarding: true", "enableIPForwarding: false"],
    outcome: "dropped",
    why: "the interface forwards nothing",
  },
  {
    edit: ["allowForwardedTraffic: true # of b", "allowForwardedTraffic: false"],
    outcome: "dropped",
    why: "b takes no forwarded traffic",
  },
] as const)("T5: nothing goes through where $why", ({ edit, outcome }) => {
  const spokes = scenario("spokes-through-appliance", { edits: [edit] });

  expect(spokes.reach("a/web 10.1.0.4", "b/web 10.2.0.4")).toBe(outcome);
});

it("T5: a route to an appliance behind ExpressRoute leads nowhere", () => {
  const hub = scenario("appliance-behind-expressroute");

  expect(hub.reach("hub/free 10.0.2.4", "site/office 10.2.0.4")).toBe("delivered");
  expect(hub.reach("hub/web 10.0.1.4", "site/office 10.2.0.4")).toBe("dropped");
});

// The REST states of both halves as they follow each other; `undefined`: the half is not there.
it.each([
  { a: "Initiated", b: undefined, joined: false, why: "one half alone" },
  { a: "Connected", b: "Connected", joined: true, why: "both halves" },
  { a: undefined, b: "Disconnected", joined: false, why: "the first half deleted" },
  // Azure refuses the PUT with RemotePeeringIsDisconnected; an estate that holds it anyway joins nothing.
  { a: "Initiated", b: "Disconnected", joined: false, why: "the first half again" },
  { a: undefined, b: "Initiated", joined: false, why: "the second half written again" },
])("T18: $why, $a and $b: joined $joined", ({ a, b, joined }) => {
  const pair = scenario("peering-lifecycle", {
    edits: [
      [
        "id: virtualNetworks/b }, allowVirtualNetworkAccess: true, peeringState: Connected",
        `id: virtualNetworks/b }, allowVirtualNetworkAccess: true, peeringState: ${a ?? "Connected"}`,
      ],
      [
        "id: virtualNetworks/a }, allowVirtualNetworkAccess: true, peeringState: Connected",
        `id: virtualNetworks/a }, allowVirtualNetworkAccess: true, peeringState: ${b ?? "Connected"}`,
      ],
    ],
    without: [...(a ? [] : ["a/to-b"]), ...(b ? [] : ["b/to-a"])],
  });

  expect(pair.rowsFor("a/web", "10.2.0.0/16")).toEqual(
    joined ? ["Default Active 10.2.0.0/16 VNetPeering"] : [],
  );
  expect(pair.rowsFor("b/web", "10.1.0.0/16")).toEqual(
    joined ? ["Default Active 10.1.0.0/16 VNetPeering"] : [],
  );
  expect(pair.reach("a/web 10.1.0.4", "b/web 10.2.0.4")).toBe(joined ? "delivered" : "dropped");
});

it("T18: where no state is told, the halves tell", () => {
  const untold: readonly (readonly [string, string])[] = [
    [", peeringState: Connected, peeringSyncLevel: FullyInSync", ""],
  ];

  expect(scenario("peering-lifecycle", { edits: untold }).reach("a/web 10.1.0.4", "b/web 10.2.0.4")).toBe(
    "delivered",
  );
  expect(
    scenario("peering-lifecycle", { edits: untold, without: ["b/to-a"] }).rowsFor("a/web", "10.2.0.0/16"),
  ).toEqual([]);
});

it("T19: a range that was added has no row until the other side is synced", () => {
  const stale = scenario("address-space-growth");
  const synced = scenario("address-space-growth", {
    edits: [
      [
        "LocalNotInSync, remoteAddressSpace: { addressPrefixes: [10.8.0.0/16] }",
        "FullyInSync, remoteAddressSpace: { addressPrefixes: [10.8.0.0/16, 10.9.0.0/16] }",
      ],
      ["RemoteNotInSync", "FullyInSync"],
    ],
  });

  expect(stale.rowsFor("hub/web", "10.8.0.0/16")).toEqual(["Default Active 10.8.0.0/16 VNetPeering"]);
  expect(stale.rowsFor("hub/web", "10.9.0.0/16")).toEqual([]);
  expect(stale.reach("hub/web 10.0.0.4", "spoke/new 10.9.0.4")).toBe("dropped");
  expect(stale.reach("spoke/new 10.9.0.4", "hub/web 10.0.0.4")).toBe("returnPathMissing");
  expect(synced.rowsFor("hub/web", "10.9.0.0/16")).toEqual(["Default Active 10.9.0.0/16 VNetPeering"]);
  expect(synced.reach("hub/web 10.0.0.4", "spoke/new 10.9.0.4")).toBe("delivered");
});

it("T21: between two networks that are peered and joined by a tunnel the peering is used", () => {
  const pair = scenario("peering-beside-tunnel");
  const tunnelAlone = scenario("peering-beside-tunnel", { without: ["a/to-b", "b/to-a"] });

  // A gateway's row equal to a peering's can never win, and is not there at all.
  expect(pair.rowsFor("a/web", "10.2.0.0/16")).toEqual(["Default Active 10.2.0.0/16 VNetPeering"]);
  expect(uses(pair.trace("a/web 10.1.0.4", "b/web 10.2.0.4").there, "backbone")).toBe(true);
  expect(uses(pair.trace("a/web 10.1.0.4", "b/web 10.2.0.4").there, "ipsec")).toBe(false);
  expect(uses(tunnelAlone.trace("a/web 10.1.0.4", "b/web 10.2.0.4").there, "ipsec")).toBe(true);
});
