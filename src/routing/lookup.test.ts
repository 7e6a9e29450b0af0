import { expect, it } from "vitest";
import {
  address,
  defaultLayer,
  gatewayLayer,
  nothingLearned,
  prefix,
  row,
  systemLayer,
  table,
  topologyOf,
  userLayer,
} from "../../test/routing/topology-builder.ts";
import { formatPrefix } from "../ip/index.ts";
import type { Layer, NextHop } from "../model/topology.ts";
import { createLookup } from "./lookup.ts";
import type { Solved } from "./solved.ts";

const own: NextHop = { to: "members", network: "hub" };
const peer: NextHop = { to: "link", link: "peering" };
const gate: NextHop = { to: "nodes", nodes: ["gw#0"] };
const appliance: NextHop = { to: "addresses", addresses: [address("10.0.1.4")] };
const none: NextHop = { to: "none" };

/** The winning rows as text: `User 10.0.0.0/8 addresses`. */
function winners(
  layers: readonly Layer[],
  to: string,
  down: readonly string[] = [],
  solved: Solved = nothingLearned,
) {
  const topology = topologyOf(table("t", ...layers));
  const found = createLookup(topology, solved, { down: new Set(down) }).lookup("t", address(to));
  return found?.rows.map(({ layer, row }) => `${layer.source} ${formatPrefix(row.prefix)} ${row.nextHop.to}`);
}

it("takes the longest prefix, whatever the rank", () => {
  const layers = [systemLayer({ "10.0.0.0/16": own }), userLayer({ "10.0.0.0/8": appliance })];

  expect(winners(layers, "10.0.0.4")).toEqual(["Default 10.0.0.0/16 members"]);
  expect(winners(layers, "10.1.0.4")).toEqual(["User 10.0.0.0/8 addresses"]);
  expect(winners(layers, "11.0.0.4")).toBeUndefined();
});

it("takes the highest rank among equal prefixes", () => {
  const layers = [systemLayer({ "10.1.0.0/16": peer }), userLayer({ "10.1.0.0/16": appliance })];

  expect(winners(layers, "10.1.0.4")).toEqual(["User 10.1.0.0/16 addresses"]);
});

it("lets no gateway route win inside what the network and its peers have themselves", () => {
  const layers = [
    systemLayer({ "10.0.0.0/16": own }),
    gatewayLayer({ "10.0.4.0/24": gate, "10.0.0.0/16": gate, "10.0.0.0/8": gate }),
  ];

  expect(winners(layers, "10.0.4.4")).toEqual(["Default 10.0.0.0/16 members"]);
  expect(winners(layers, "10.5.0.4")).toEqual(["VirtualNetworkGateway 10.0.0.0/8 nodes"]);
});

it("lets a gateway route win where the peering that shields is down", () => {
  const shielding = row("10.1.0.0/16", peer, { needs: [["peering"]] });
  const layers = [systemLayer([shielding]), gatewayLayer({ "10.1.0.0/24": gate })];

  expect(winners(layers, "10.1.0.4")).toEqual(["Default 10.1.0.0/16 link"]);
  expect(winners(layers, "10.1.0.4", ["peering"])).toEqual(["VirtualNetworkGateway 10.1.0.0/24 nodes"]);
});

it("answers all equal rows, those that speakers programmed beside those of the layer", () => {
  const learned = { ...row("10.9.0.0/16", gate), by: "gw#0", asPath: [], weight: 1 };
  const solved = { ...nothingLearned, layers: new Map([["gatewayroutes", [learned, learned]]]) };

  expect(winners([gatewayLayer({})], "10.9.0.4", [], solved)).toHaveLength(2);
  expect(winners([gatewayLayer({})], "10.9.0.4")).toBeUndefined();
});

it("takes a final row before longer ones of the user", () => {
  const endpoint = systemLayer(
    { "20.0.0.0/8": { to: "service", name: "Microsoft.Storage" } },
    { id: "endpoints", final: true },
  );

  expect(winners([endpoint, userLayer({ "20.1.0.0/16": appliance })], "20.1.0.4")).toEqual([
    "Default 20.0.0.0/8 service",
  ]);
});

const wayToNowhere = systemLayer([row("10.0.0.0/8", none, { unlessDefaultRoute: true })], {
  id: "nowhere",
  shields: false,
});

it.each([
  ["internet alone", [], "Default 10.0.0.0/8 none"],
  ["the user's way to an appliance", [userLayer({ "0.0.0.0/0": appliance })], "User 0.0.0.0/0 addresses"],
  ["the user's way to nowhere", [userLayer({ "0.0.0.0/0": none })], "Default 10.0.0.0/8 none"],
  [
    "the user's way to the internet",
    [userLayer({ "0.0.0.0/0": { to: "internet" } })],
    "Default 10.0.0.0/8 none",
  ],
  ["a gateway's", [gatewayLayer({ "0.0.0.0/0": gate })], "VirtualNetworkGateway 0.0.0.0/0 nodes"],
  [
    "a gateway's that the user sends to the internet again",
    [gatewayLayer({ "0.0.0.0/0": gate }), userLayer({ "0.0.0.0/0": { to: "internet" } })],
    "Default 10.0.0.0/8 none",
  ],
] as const)("the ways to nowhere beside a default route: %s", (_, layers, expected) => {
  expect(winners([defaultLayer(), wayToNowhere, ...layers], "10.7.0.4")).toEqual([expected]);
});

it("a default route of the other family leaves the ways to nowhere alone", () => {
  expect(winners([wayToNowhere, userLayer({ "::/0": appliance })], "10.7.0.4")).toEqual([
    "Default 10.0.0.0/8 none",
  ]);
});

it("invalidates the row of a private endpoint under a user route within its network's range", () => {
  const endpoint = systemLayer([row("10.0.7.99/32", own, { invalidUnder: prefix("10.0.0.0/16") })]);

  expect(winners([endpoint, userLayer({ "10.0.0.0/16": appliance })], "10.0.7.99")).toEqual([
    "User 10.0.0.0/16 addresses",
  ]);
  expect(winners([endpoint, userLayer({ "10.0.0.0/8": appliance })], "10.0.7.99")).toEqual([
    "Default 10.0.7.99/32 members",
  ]);
  // What a gateway learns does not; it is there at all where a peering carries a part of the network.
  expect(winners([endpoint, gatewayLayer({ "10.0.0.0/16": gate })], "10.0.7.99")).toEqual([
    "Default 10.0.7.99/32 members",
  ]);
});
