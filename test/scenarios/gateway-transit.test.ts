import { expect, it } from "vitest";
import { reservedRanges } from "./reserved-ranges.ts";
import { active, passes, scenario, uses } from "./scenario.ts";

/** One row an instance: an active-active gateway shows the private addresses of both. */
const halves = ["0.0.0.0/1", "128.0.0.0/1"].flatMap((prefix) =>
  ["10.1.0.6", "10.1.0.7"].map(
    (instance) => `VirtualNetworkGateway Active ${prefix} VirtualNetworkGateway ${instance}`,
  ),
);
const hub = [
  "Default Active 10.1.0.0/16 VnetLocal",
  "Default Active 10.8.0.0/16 VNetPeering",
  "Default Active 0.0.0.0/0 Internet",
  ...reservedRanges,
];
const spoke = [
  "Default Active 10.8.0.0/16 VnetLocal",
  "Default Active 10.1.0.0/16 VNetPeering",
  "Default Active 0.0.0.0/0 Internet",
  ...reservedRanges,
];
const noTransit = [["useRemoteGateways: true", "useRemoteGateways: false"]] as const;

it("T3: while the tunnel is down the gateway gives no rows and knows its own network alone", () => {
  const down = scenario("static-gateway-transit", { edits: noTransit, down: ["to-proxy"] });

  expect(down.rows("hub/shared")).toEqual(hub.toSorted());
  expect(down.rows("spoke/web")).toEqual(spoke.toSorted());
  expect(down.learned("vpn-hub").map(({ network, origin, weight }) => [network, origin, weight])).toEqual([
    ["10.1.0.0/16", "Network", 32768],
    ["10.1.0.0/16", "Network", 32768],
  ]);
});

it("T3: an up tunnel's rows are the hub's alone, until the spoke uses its gateway", () => {
  const apart = scenario("static-gateway-transit", { edits: noTransit });
  const transit = scenario("static-gateway-transit");

  expect(apart.rows("hub/shared")).toEqual([...hub, ...halves].toSorted());
  expect(apart.rows("spoke/web")).toEqual(spoke.toSorted());
  expect(transit.rows("hub/shared")).toEqual([...hub, ...halves].toSorted());
  expect(transit.rows("spoke/web")).toEqual([...spoke, ...halves].toSorted());
});

it("T3: with one instance down the rows of the other are left", () => {
  const one = scenario("static-gateway-transit", { down: ["vpn-hub#0"] });

  expect(one.rows("spoke/web")).toEqual(
    [...spoke, ...halves.filter((row) => row.endsWith("10.1.0.7"))].toSorted(),
  );
  expect(one.reach("spoke/web 10.8.0.4", "site/proxy 1.2.3.4")).toBe("delivered");
});

it("T3: the spoke reaches what is behind the tunnel, if that side has a route back", () => {
  const both = scenario("static-gateway-transit").trace("spoke/web 10.8.0.4", "site/proxy 1.2.3.4");
  const oneWay = scenario("static-gateway-transit", {
    edits: [["staticRoutes: [10.1.0.0/16, 10.8.0.0/16]", "staticRoutes: [10.1.0.0/16]"]],
  });

  expect(both.outcome).toBe("delivered");
  expect(uses(both.there, "ipsec")).toBe(true);
  expect(oneWay.reach("spoke/web 10.8.0.4", "site/proxy 1.2.3.4")).toBe("returnPathMissing");
  expect(oneWay.reach("site/proxy 1.2.3.4", "spoke/web 10.8.0.4")).toBe("dropped");
  expect(oneWay.reach("hub/shared 10.1.1.4", "site/proxy 1.2.3.4")).toBe("delivered");
});

it("T6: the site and the spoke meet through the firewall, there and back", () => {
  const tutorial = scenario("firewall-for-site-and-spoke");
  const inbound = tutorial.trace("site/office 192.168.1.4", "spoke/web 10.6.0.4");
  const outbound = tutorial.trace("spoke/web 10.6.0.4", "site/office 192.168.1.4");

  expect(tutorial.rows("spoke/web")).toEqual(
    [
      "Default Active 10.6.0.0/16 VnetLocal",
      "Default Active 10.5.0.0/16 VNetPeering",
      "Default Invalid 0.0.0.0/0 Internet",
      "User Active 0.0.0.0/0 VirtualAppliance 10.5.0.4",
    ].toSorted(),
  );
  for (const { outcome, there, back } of [inbound, outbound]) {
    expect(outcome).toBe("delivered");
    expect(passes(there, "firewall")).toBe(true);
    expect(passes(back, "firewall")).toBe(true);
  }
});

it("T6: without the gateway subnet's route the way in misses the firewall, and the way back meets it", () => {
  const bypassed = scenario("firewall-for-site-and-spoke", {
    edits: [[", routeTable: { id: routeTables/of-gateway }", ""]],
  });
  const inbound = bypassed.trace("site/office 192.168.1.4", "spoke/web 10.6.0.4");

  expect(inbound.outcome).toBe("asymmetric");
  expect(passes(inbound.there, "firewall")).toBe(false);
});

it("T6: the spoke reaches the hub directly: the peering's route is longer than the default", () => {
  const direct = scenario("firewall-for-site-and-spoke").trace("spoke/web 10.6.0.4", "hub/shared 10.5.2.4");

  expect(direct.outcome).toBe("delivered");
  expect(passes(direct.there, "firewall")).toBe(false);
});

it("T16: workloads use a gateway in another region, and do not reach each other", () => {
  const regions = scenario("gateway-in-another-region");

  for (const workload of ["one/web", "two/web"]) {
    expect(active(regions.rowsFor(workload, "192.168.0.0/16"))).toEqual([
      "VirtualNetworkGateway Active 192.168.0.0/16 VirtualNetworkGateway 203.0.113.4",
    ]);
  }
  expect(regions.reach("one/web 10.0.0.4", "site/office 192.168.1.4")).toBe("delivered");
  expect(regions.reach("one/web 10.0.0.4", "two/web 10.1.0.4")).toBe("dropped");
});

it("T16: over global peering the front of a Basic load balancer is out of reach, and the machine behind it is not", () => {
  const basic = scenario("gateway-in-another-region");
  const standard = scenario("gateway-in-another-region", { edits: [["name: Basic", "name: Standard"]] });
  const near = scenario("gateway-in-another-region", { edits: [["northeurope", "westeurope"]] });

  expect(basic.reach("one/web 10.0.0.4", "balancer 10.3.0.10")).toBe("dropped");
  expect(basic.reach("one/web 10.0.0.4", "web-vm 10.3.0.4")).toBe("delivered");
  expect(standard.reach("one/web 10.0.0.4", "balancer 10.3.0.10")).toBe("delivered");
  expect(near.reach("one/web 10.0.0.4", "balancer 10.3.0.10")).toBe("delivered");
});

const VPN_ALONE = { without: ["er-hub"] } as const;

it("T20: a table without propagation has no gateway rows; its own route brings the site back", () => {
  const restored = scenario("propagation-switch", VPN_ALONE);
  const cut = scenario("propagation-switch", {
    ...VPN_ALONE,
    edits: [
      [
        "routes: [{ name: office, properties: { addressPrefix: 192.168.0.0/16, nextHopType: VirtualNetworkGateway } }]",
        "routes: []",
      ],
    ],
  });

  expect(cut.rows("spoke/web")).toEqual(
    [
      "Default Active 10.1.0.0/16 VnetLocal",
      "Default Active 10.0.0.0/16 VNetPeering",
      "Default Active 0.0.0.0/0 Internet",
      ...reservedRanges,
    ].toSorted(),
  );
  expect(cut.reach("spoke/web 10.1.0.4", "site/office 192.168.1.4")).toBe("dropped");
  expect(cut.reach("spoke/free 10.1.1.4", "site/office 192.168.1.4")).toBe("delivered");
  expect(restored.rowsFor("spoke/web", "192.168.0.0/16").filter((row) => row.startsWith("User"))).toEqual([
    expect.stringMatching(/^User Active 192\.168\.0\.0\/16 VirtualNetworkGateway/),
  ]);
  expect(restored.reach("spoke/web 10.1.0.4", "site/office 192.168.1.4")).toBe("delivered");
});

it("T20: such a route leads nowhere where an ExpressRoute gateway stands beside the VPN gateway", () => {
  const both = scenario("propagation-switch");

  expect(both.reach("spoke/web 10.1.0.4", "site/office 192.168.1.4")).toBe("dropped");
  expect(both.gaps.map(({ because }) => because).join()).toContain("an ExpressRoute gateway stands");
  expect(both.reach("spoke/free 10.1.1.4", "site/office 192.168.1.4")).toBe("delivered");
});
