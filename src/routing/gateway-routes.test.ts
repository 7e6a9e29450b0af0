import { expect, it } from "vitest";
import { lab08 } from "../../test/routing/lab-08.ts";
import { originates, prefix, session, speaker, topologyOf } from "../../test/routing/topologies.ts";
import { everythingUp } from "../model/situation.ts";
import {
  advertisedRoutes,
  bgpPeers,
  gatewayBgpPeers,
  gatewayLearnedRoutes,
  learnedRoutes,
} from "./gateway-routes.ts";
import { solveSessions } from "./solve-sessions.ts";

const solved = solveSessions(lab08, everythingUp);

function sessionBetween(a: string, b: string): string {
  return (
    Array.from(lab08.sessions.values()).find(({ ends }) =>
      [a, b].every((id) => ends.some(({ node }) => node === id)),
    )?.id ?? ""
  );
}

it("advertises to a VPN device the networks, with the gateway's number in front and no weight", () => {
  const told = advertisedRoutes("hub1-vpngw#0", sessionBetween("hub1-vpngw#0", "branch2Nva"), lab08, solved);

  expect(told[0]).toEqual({
    localAddress: "10.11.16.14",
    network: "10.11.0.0/20",
    nextHop: "10.11.16.14",
    sourcePeer: undefined,
    origin: "Igp",
    asPath: "65515",
    weight: 0,
  });
  expect(told.map(({ network }) => network).toSorted()).toEqual([
    "10.1.0.0/20",
    "10.11.0.0/20",
    "10.11.16.0/20",
    // What the device itself told is not told back, the address at which it speaks is.
    "192.168.20.20/32",
  ]);
});

it("advertises to the sibling only what it has from outside and prefers", () => {
  const between = sessionBetween("hub1-vpngw#0", "hub1-vpngw#1");

  expect(advertisedRoutes("hub1-vpngw#0", between, lab08, solved).map(({ network }) => network)).toEqual([
    "10.20.0.0/20",
    "192.168.20.20/32",
  ]);
  expect(advertisedRoutes("hub1-vpngw#1", between, lab08, solved).map(({ network }) => network)).toEqual([
    "192.168.20.20/32",
  ]);
});

// Both are written from the policies: what one advertises to a neighbour is what that has from it, but for what the
// neighbour does not take.
it("advertises everything that the far end has learned from it", () => {
  for (const { id, ends } of lab08.sessions.values())
    for (const [own, far] of [ends, [ends[1], ends[0]] as const]) {
      const told = new Set(
        advertisedRoutes(own.node, id, lab08, solved).map(({ network, asPath }) => `${network} ${asPath}`),
      );
      for (const [text, routes] of solved.ribs.get(far.node)?.routes ?? [])
        for (const { session, asPath } of routes)
          if (session === id) expect(told).toContain(`${text} ${asPath.join("-")}`);
    }
});

it("says nothing over a session that is down, and of one nothing but that it is idle", () => {
  const id = sessionBetween("hub1-vpngw#0", "branch2Nva");
  const without = solveSessions(lab08, { down: new Set([id]) });

  expect(advertisedRoutes("hub1-vpngw#0", id, lab08, without)).toEqual([]);
  expect(bgpPeers("hub1-vpngw#0", lab08, without, { listsItself: false })).toContainEqual({
    localAddress: "10.11.16.14",
    neighbor: "192.168.20.20",
    asn: 65_002,
    state: "Connecting",
    routesReceived: 0,
  });
});

it("leaves out what a speaker hides, though it passes it on", () => {
  const hidden = prefix("172.16.0.0/30");
  const topology = topologyOf([
    speaker("provider", 64_512, { originates: originates("link", ["172.16.0.0/30", "10.0.0.0/8"]) }),
    speaker("edge", 12_076, { hides: [hidden] }),
    speaker("gateway", 65_515),
    session({ node: "provider", sends: { tags: ["link"] } }, { node: "edge" }),
    session({ node: "edge", sends: { tags: ["link"] } }, { node: "gateway" }),
  ]);
  const answer = solveSessions(topology, everythingUp);

  expect(learnedRoutes("edge", topology, answer).map(({ network }) => network)).toEqual(["10.0.0.0/8"]);
  expect(bgpPeers("edge", topology, answer, { listsItself: false })[0]?.routesReceived).toBe(1);
  expect(learnedRoutes("gateway", topology, answer)).toHaveLength(2);
});

it("joins the instances of a VPN gateway, and takes one of an ExpressRoute gateway", () => {
  const instances = ["hub1-ergw#0", "hub1-ergw#1"];
  const networkSources = (answering?: string) =>
    gatewayLearnedRoutes(
      { gatewayType: "ExpressRoute", instances, ...(answering === undefined ? {} : { answering }) },
      lab08,
      solved,
    ).flatMap(({ origin, sourcePeer }) => (origin === "Network" ? [sourcePeer] : []));

  expect(new Set(networkSources())).toEqual(new Set(["10.11.16.12"]));
  expect(new Set(networkSources("hub1-ergw#1"))).toEqual(new Set(["10.11.16.13"]));
  expect(
    gatewayBgpPeers(
      { gatewayType: "Vpn", instances: ["hub1-vpngw#0", "hub1-vpngw#1"] },
      lab08,
      solved,
    ).filter(({ state }) => state === "Unknown"),
  ).toMatchObject([{ neighbor: "10.11.16.14" }, { neighbor: "10.11.16.15" }]);
});

it("has nothing to say of an instance that is down", () => {
  const without = solveSessions(lab08, { down: new Set(["hub1-vpngw#0"]) });

  expect(learnedRoutes("hub1-vpngw#0", lab08, without)).toEqual([]);
  expect(bgpPeers("hub1-vpngw#0", lab08, without, { listsItself: true })).toEqual([]);
});
