import { expect, it } from "vitest";
import { scenario, uses } from "./scenario.ts";

const office = "site/office 10.1.11.10";
const web = "hub/web 10.17.11.4";

it("T7: the VPN gateway has the site from its tunnel, and its own networks from the gateway beside it too", () => {
  // The page prints a VPN gateway that also has the site from the ExpressRoute gateway, as 12076-65020 at 32769. What
  // was recorded passes on the networks' own ranges alone, at that weight: so it is predicted.
  const learned = scenario("expressroute-and-vpn").learned("vpn-hub");
  const of = (prefix: string) =>
    learned
      .filter(({ network }) => network === prefix)
      .map(({ origin, asPath, weight }) => [origin, asPath, weight]);

  expect(of("10.1.11.0/25")).toEqual([["EBgp", "65020", 32768]]);
  expect(of("10.17.11.0/25")).toEqual(
    expect.arrayContaining([
      ["Network", "", 32768],
      ["IBgp", "", 32769],
    ]),
  );
});

it("T7: the ExpressRoute gateway has the site from the circuit at a higher weight", () => {
  const learned = scenario("expressroute-and-vpn").learned("er-hub");

  expect(learned).toContainEqual(
    expect.objectContaining({
      network: "10.1.11.0/25",
      origin: "EBgp",
      asPath: "12076-65020",
      weight: 32769,
    }),
  );
});

it("T7: machines of the hub and of its spoke go over the circuit, and over the tunnel when it fails", () => {
  const up = scenario("expressroute-and-vpn");
  const failed = scenario("expressroute-and-vpn", { down: ["circuit"] });

  for (const from of [web, "spoke/web 10.17.11.132"]) {
    for (const [situation, used, unused] of [
      [up, "circuit", "ipsec"],
      [failed, "ipsec", "circuit"],
    ] as const) {
      const trace = situation.trace(from, office);
      expect(trace.outcome).toBe("delivered");
      for (const ways of [trace.there, trace.back]) {
        expect(uses(ways, used)).toBe(true);
        expect(uses(ways, unused)).toBe(false);
      }
    }
  }
  expect(up.rowsFor("hub/web", "10.1.11.0/25")).toContainEqual(
    expect.stringMatching(/^VirtualNetworkGateway Active 10\.1\.11\.0\/25 VirtualNetworkGateway/),
  );
  expect(failed.rowsFor("spoke/web", "10.1.11.0/25")).toEqual([
    "VirtualNetworkGateway Active 10.1.11.0/25 VirtualNetworkGateway 203.0.113.4",
  ]);
});

it("T7: the site hears of the hub and of the spoke that uses it, as 12076 and as 65515", () => {
  const both = scenario("expressroute-and-vpn");

  expect(both.knows("providerrouter/provider")).toEqual(
    expect.arrayContaining(["10.17.11.0/25 12076", "10.17.11.128/26 12076"]),
  );
  expect(both.knows("site/office/edge")).toEqual(
    expect.arrayContaining(["10.17.11.0/25 65515", "10.17.11.128/26 65515"]),
  );
});

it("T8: longer prefixes over the tunnel beat the circuit", () => {
  const longer = scenario("expressroute-and-vpn", {
    edits: [
      [
        "tunnels: [{ gatewayConnection: connections/to-office }]",
        "tunnels: [{ gatewayConnection: connections/to-office, advertises: [10.1.11.0/26, 10.1.11.64/26] }]",
      ],
    ],
  });
  const trace = longer.trace(web, office);

  expect(trace.outcome).toBe("delivered");
  expect(uses(trace.there, "ipsec")).toBe(true);
  expect(uses(trace.there, "circuit")).toBe(false);
  expect(longer.prefixes("hub/web")).toEqual(
    expect.arrayContaining(["10.1.11.0/25", "10.1.11.0/26", "10.1.11.64/26"]),
  );
});

const circuitSite = "site/office 192.168.1.4";
const tunnelSite = "site/branch 192.168.2.4";
const staff = "p2susers/staff 172.20.0.4";

it("T9: a site on a circuit and a site on a tunnel meet only where a Route Server lets branches through", () => {
  const joined = scenario("expressroute-site-and-vpn-site");
  const apart = scenario("expressroute-site-and-vpn-site", { without: ["route-server"] });
  const closed = scenario("expressroute-site-and-vpn-site", {
    edits: [["allowBranchToBranchTraffic: true", "allowBranchToBranchTraffic: false"]],
  });

  expect(joined.reach(circuitSite, tunnelSite)).toBe("delivered");
  expect(joined.reach(tunnelSite, circuitSite)).toBe("delivered");
  for (const without of [apart, closed]) {
    expect(without.reach(circuitSite, tunnelSite)).toBe("dropped");
    expect(without.reach(tunnelSite, circuitSite)).toBe("dropped");
    expect(without.reach("hub/web 10.0.1.4", circuitSite)).toBe("delivered");
    expect(without.reach("hub/web 10.0.1.4", tunnelSite)).toBe("delivered");
  }
});

it("T9: client VPN users never reach the site on the circuit", () => {
  const joined = scenario("expressroute-site-and-vpn-site");

  expect(joined.reach(staff, "hub/web 10.0.1.4")).toBe("delivered");
  expect(joined.reach(staff, circuitSite)).toBe("dropped");
  expect(joined.reach(circuitSite, staff)).toBe("dropped");
});
