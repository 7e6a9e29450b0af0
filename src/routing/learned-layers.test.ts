import { expect, it } from "vitest";
import { coexistence, device, expressRouteGateway, vpnGateway } from "../../test/routing/labs.ts";
import { originates, session, speaker, topologyOf } from "../../test/routing/topologies.ts";
import { everythingUp } from "../model/situation.ts";
import type { Node, Program, Session, SessionEnd } from "../model/topology.ts";
import { solveSessions } from "./solve-sessions.ts";
import type { Solved } from "./solved.ts";

const program: Program = {
  layer: "layer",
  tags: ["t"],
  nextHop: "via",
  nextHopType: "VirtualNetworkGateway",
};

/** Two instances of a gateway that both hear both edges. */
const gatewayWith = (programs: readonly Program[]): readonly (Node | Session)[] => [
  ...["gateway#0", "gateway#1"].map((id) => speaker(id, 65_515, { multipath: true, programs })),
  ...[
    { id: "edge1", routerId: "10.0.0.10" },
    { id: "edge2", routerId: "10.0.0.9" },
  ].flatMap(({ id, routerId }) => [
    speaker(id, 12_076, { routerId, originates: originates("t", ["10.0.0.0/8", "11.0.0.0/8"]) }),
    ...["gateway#0", "gateway#1"].map((node) =>
      session({ node: id, sends: { tags: ["t"] } }, { node, shownAs: routerId, learns: { weight: 1 } }),
    ),
  ]),
];

const gateway = gatewayWith([program]);

function rowsOf(parts: readonly (Node | Session)[], layer = "layer"): readonly string[] {
  const { layers } = solveSessions(topologyOf(parts), everythingUp);
  return (layers.get(layer) ?? []).map(({ by, nextHop, nextHopIpAddresses, asPath }) =>
    [
      by,
      nextHop.to === "nodes" ? nextHop.nodes.join(",") : nextHop.to,
      nextHopIpAddresses.join(","),
      asPath.join(" "),
    ].join("|"),
  );
}

it("makes one row of each way that several instances know, the lowest router id first", () => {
  expect(rowsOf(gateway)).toEqual([
    "gateway#0|edge2|10.0.0.9|12076",
    "gateway#0|edge1|10.0.0.10|12076",
    "gateway#0|edge2|10.0.0.9|12076",
    "gateway#0|edge1|10.0.0.10|12076",
  ]);
});

it("keeps the lowest router id alone where a program takes single paths", () => {
  expect(rowsOf(gatewayWith([{ ...program, singlePath: true }]))).toEqual([
    "gateway#0|edge2|10.0.0.9|12076",
    "gateway#0|edge2|10.0.0.9|12076",
  ]);
});

const self = (shownAs: string, tags: readonly string[] = ["t"]): readonly Program[] => [
  { ...program, nextHop: "self", shownAs, tags },
];
const own = (id: string, weight: number, shownAs: string) =>
  speaker(id, 1, { originates: originates("t", ["10.0.0.0/8"], { weight }), programs: self(shownAs) });

it("leaves what an instance has from its sibling to the sibling", () => {
  const instances = [
    speaker("a", 1, {
      originates: originates("t", ["10.0.0.0/8"], { weight: 1 }),
      programs: self("10.0.0.4"),
    }),
    speaker("b", 1, { programs: self("10.0.0.5") }),
    session({ node: "a", sends: { tags: ["t"] } }, { node: "b", learns: { weight: 1 } }),
  ];

  expect(rowsOf(instances)).toEqual(["a|a|10.0.0.4|"]);
});

it("leaves it to the sibling where a reflector told of it", () => {
  const instances = [
    speaker("a", 1, {
      originates: originates("t", ["10.0.0.0/8"], { weight: 1 }),
      programs: self("10.0.0.4"),
    }),
    speaker("b", 1, { programs: self("10.0.0.5") }),
    speaker("reflector", 1),
    session({ node: "a", sends: { tags: ["t"] } }, { node: "reflector", learns: { weight: 1 } }),
    session(
      { node: "reflector", sends: { tags: ["t"], reflects: true } },
      { node: "b", learns: { weight: 1 } },
    ),
  ];

  expect(rowsOf(instances)).toEqual(["a|a|10.0.0.4|"]);
});

it("keeps the rows of equal speakers side by side", () => {
  expect(rowsOf([own("a", 1, "10.0.0.4"), own("b", 1, "10.0.0.5")])).toEqual([
    "a|a|10.0.0.4|",
    "b|b|10.0.0.5|",
  ]);
});

function hearing(id: string, far: string, learns: Partial<SessionEnd["learns"]>, prepend = 0) {
  return [
    speaker(id, 1, { programs: self(id) }),
    speaker(far, 2, { originates: originates("t", ["10.0.0.0/8"]) }),
    session({ node: far, sends: { tags: ["t"], prepend } }, { node: id, learns }),
  ];
}

function best(...parts: (Node | Session)[][]) {
  return rowsOf(parts.flat()).map((row) => row.split("|")[0]);
}

it("prefers weight, then local preference, then the shorter path", () => {
  expect(best([own("a", 1, "a")], [own("b", 2, "b")])).toEqual(["b"]);
  expect(best([own("a", 1, "a")], hearing("b", "x", { weight: 1 }))).toEqual(["a"]);
  expect(best([own("a", 1, "a")], hearing("b", "x", { weight: 1, localPreference: 101 }))).toEqual(["b"]);
  expect(best(hearing("a", "x", {}, 1), hearing("b", "y", {}))).toEqual(["b"]);
});

it("puts in only what has one of the program's tags", () => {
  const speaking = speaker("a", 1, {
    originates: [...originates("network", ["10.0.0.0/8"]), ...originates("static", ["11.0.0.0/8"])],
    programs: self("10.0.0.4", ["static", "branch"]),
  });
  const { layers } = solveSessions(topologyOf([speaking]), everythingUp);

  expect(layers.get("layer")).toHaveLength(1);
});

function rows(solved: Solved) {
  return (solved.layers.get("hub/gatewayroutes") ?? []).map(
    ({ nextHop, nextHopIpAddresses, by, asPath, weight }) => ({
      nextHop,
      nextHopIpAddresses,
      by,
      asPath,
      weight,
    }),
  );
}

it("puts an ExpressRoute way into the layer before a VPN way, and the VPN way once the other is gone", () => {
  const vpn = [{ id: "vpn#0", address: "10.0.0.14" }];
  const expressRoute = [{ id: "er#0", address: "10.0.0.12" }];
  const topology = topologyOf([
    ...vpnGateway(vpn, [], []),
    ...expressRouteGateway(expressRoute, []),
    ...coexistence(vpn, expressRoute),
    ...device("branch", "192.168.0.1", 65_001, "10.0.0.0/8", [
      { instance: { id: "vpn#0", address: "10.0.0.14" } },
    ]),
    speaker("edge", 12_076, { originates: originates("t", ["10.0.0.0/8"]) }),
    session(
      { node: "edge", sends: { tags: ["t"] } },
      { node: "er#0", shownAs: "10.63.0.1", learns: { tag: "circuit", weight: 32_769 } },
    ),
  ]);

  expect(rows(solveSessions(topology, everythingUp))).toEqual([
    {
      nextHop: { to: "nodes", nodes: ["edge"] },
      nextHopIpAddresses: ["10.63.0.1"],
      by: "er#0",
      asPath: [12_076],
      weight: 32_769,
    },
  ]);
  expect(rows(solveSessions(topology, { down: new Set(["edge"]) }))).toEqual([
    {
      nextHop: { to: "nodes", nodes: ["vpn#0"] },
      nextHopIpAddresses: ["10.0.0.14"],
      by: "vpn#0",
      asPath: [65_001],
      weight: 32_768,
    },
  ]);
});
