import { expect, it } from "vitest";
import {
  type EndSaid,
  originates,
  prefix,
  session,
  speaker,
  topologyOf,
} from "../../test/routing/topologies.ts";
import { parseAddress } from "../ip/index.ts";
import { everythingUp } from "../model/situation.ts";
import type { NextHop, Node, Program, Session, SessionEnd } from "../model/topology.ts";
import { solveSessions } from "./solve-sessions.ts";
import type { Solved } from "./solved.ts";

const without = (...down: readonly string[]) => ({ down: new Set(down) });

/** Tells and takes everything. */
function open(node: string, more: Partial<EndSaid> = {}): EndSaid {
  return { node, ...more, sends: { tags: ["t"], families: [4, 6], ...more.sends } };
}

const solve = (...parts: readonly (Node | Session)[]) => solveSessions(topologyOf(parts), everythingUp);
const pathsAt = ({ ribs }: Solved, node: string, text = "10.0.0.0/8") =>
  (ribs.get(node)?.routes.get(text) ?? []).map(({ asPath, best }) => `${best ? ">" : ""}${asPath.join(" ")}`);

const from = (id: string, asn: number, texts: readonly string[] = ["10.0.0.0/8"]) =>
  speaker(id, asn, { originates: originates("t", texts) });

it("keeps what it does not use, and says which it does", () => {
  const solved = solve(
    from("a", 1),
    speaker("b", 2),
    speaker("c", 3),
    session(open("a"), open("b")),
    session(open("a"), open("c")),
    session(open("b"), open("c")),
  );

  expect(pathsAt(solved, "c")).toEqual([">1", "2 1"]);
});

it("tells nobody what it does not use", () => {
  const solved = solve(
    from("a", 1),
    speaker("b", 2),
    speaker("c", 3),
    speaker("d", 4),
    session(open("a"), open("b")),
    session(open("a", { sends: { prepend: 3 } }), open("c")),
    session(open("b"), open("c")),
    session(open("c"), open("d")),
  );

  expect(pathsAt(solved, "c")).toEqual([">2 1", "1 1 1 1"]);
  expect(pathsAt(solved, "d")).toEqual([">3 2 1"]);
});

it("uses equal ways side by side where it may, but does not mix what came from inside with what did not", () => {
  const solved = solve(
    speaker("a", 1, { multipath: true }),
    speaker("a2", 1, { originates: originates("t", ["10.0.0.0/8"]) }),
    ...["b", "c"].flatMap((id) => [from(id, 2), session(open(id), open("a"))]),
    session(open("a2"), open("a")),
  );

  expect(pathsAt(solved, "a")).toEqual([">", "2", "2"]);
  expect(
    pathsAt(
      solveSessions(
        topologyOf([
          speaker("a", 1, { multipath: true }),
          ...["b", "c"].flatMap((id) => [from(id, 2), session(open(id), open("a"))]),
        ]),
        everythingUp,
      ),
      "a",
    ),
  ).toEqual([">2", ">2"]);
});

it("breaks ties by the lowest router id, read as a number", () => {
  const solved = solve(
    speaker("a", 1),
    ...[["b", 2, "10.0.0.10"] as const, ["c", 3, "10.0.0.9"] as const].flatMap(([id, asn, routerId]) => [
      speaker(id, asn, { routerId, originates: originates("t", ["10.0.0.0/8"]) }),
      session(open(id), open("a")),
    ]),
  );

  expect(pathsAt(solved, "a")).toEqual([">3", "2"]);
});

function chain(reflects: boolean) {
  return solve(
    from("outside", 2),
    speaker("a", 1),
    speaker("b", 1),
    speaker("c", 1),
    session(open("outside", { address: "10.9.9.9" }), open("a")),
    session(open("a", { address: "10.1.1.1" }), open("b")),
    session(open("b", { address: "10.2.2.2", sends: { reflects } }), open("c")),
  );
}

it("passes nothing on between two sessions of its own number, unless it reflects", () => {
  expect(pathsAt(chain(false), "c")).toEqual([]);
  expect(pathsAt(chain(true), "c")).toEqual([">2"]);

  const [route] = chain(true).ribs.get("c")?.routes.get("10.0.0.0/8") ?? [];
  expect(route).toMatchObject({
    neighbor: "b",
    origin: "IBgp",
    nextHopAddress: "10.1.1.1",
    via: { to: "nodes", nodes: ["a"] },
  });
});

function triangle(acceptsOwnAsn: boolean) {
  return solve(
    from("a", 1),
    speaker("b", 2),
    speaker("a-again", 1),
    session(open("a"), open("b")),
    session(open("b"), open("a-again", { learns: { acceptsOwnAsn } })),
  );
}

it("takes a way with its own number on it only where it is told to", () => {
  expect(pathsAt(triangle(false), "a-again")).toEqual([]);
  expect(pathsAt(triangle(true), "a-again")).toEqual([">2 1"]);
});

it.each([
  ["replaces the far end's number by its own", { replacesFarAsn: true }, "2 2"],
  ["takes private numbers off the path", { stripsPrivateAsns: true }, "2"],
])("%s", (_, sends, path) => {
  const solved = solve(
    from("a", 65_001),
    speaker("b", 2),
    speaker("c", 65_001),
    session(open("a"), open("b")),
    session(open("b", { sends }), open("c")),
  );

  expect(pathsAt(solved, "c")).toEqual([`>${path}`]);
});

it("learns nothing inside what it refuses from others, and everything from its own number", () => {
  const texts = ["10.1.0.0/16", "10.0.0.0/8", "192.168.0.0/16"];
  const refusing = speaker("a", 1, { refuses: [prefix("10.1.0.0/16"), prefix("192.168.0.0/15")] });
  const solved = solve(
    refusing,
    from("b", 2, texts),
    from("a2", 1, texts.slice(0, 1)),
    session(open("b"), open("a")),
    session(open("a2"), open("a")),
  );

  expect(Array.from(solved.ribs.get("a")?.routes ?? [], ([text, routes]) => [text, routes.length])).toEqual([
    ["10.1.0.0/16", 1],
    ["10.0.0.0/8", 1],
  ]);
});

it.each<[string, Partial<SessionEnd["sends"]>, readonly string[]]>([
  ["everything that has the tag", {}, ["0.0.0.0/0", "10.0.0.0/8", "fd00::/8"]],
  ["nothing with other tags", { tags: ["other"] }, []],
  ["one family", { families: [6] }, ["fd00::/8"]],
  ["no default route", { exceptDefaultRoute: true }, ["10.0.0.0/8", "fd00::/8"]],
  ["what is on its list alone", { only: [prefix("10.0.0.0/8"), prefix("10.0.0.0/9")] }, ["10.0.0.0/8"]],
])("tells %s", (_, sends, told) => {
  const solved = solve(
    from("a", 1, ["0.0.0.0/0", "10.0.0.0/8", "fd00::/8"]),
    speaker("b", 2),
    session(open("a", { sends }), open("b")),
  );

  expect(Array.from(solved.ribs.get("b")?.routes.keys() ?? []).toSorted()).toEqual(told);
});

it("takes a session down that brings too many routes, says why, and does without it", () => {
  const limit = { routes: 1, because: "Azure takes 1" };
  const parts = [
    from("a", 1, ["10.0.0.0/8", "11.0.0.0/8"]),
    speaker("b", 2),
    speaker("c", 3),
    session(open("a"), open("b", { learns: { limit } })),
    session(open("b"), open("c")),
    session(open("a", { sends: { prepend: 2 } }), open("c"), "direct"),
  ];
  const solved = solve(...parts);

  expect(solved.sessions.get("a b")).toEqual({
    state: "Idle",
    because: "it got 2 routes, and more than 1 take it down: Azure takes 1",
  });
  expect(pathsAt(solved, "b")).toEqual([">3 1 1 1"]);
  expect(solved.sessions.get("direct")).toEqual({ state: "Connected" });
});

it("withdraws what stands on something that is down", () => {
  const owner = speaker("a", 1, {
    originates: originates("t", ["10.0.0.0/8"], { needs: [["tunnel0", "tunnel1"]] }),
  });
  const topology = topologyOf([owner, speaker("b", 2), session(open("a"), open("b"))]);

  expect(pathsAt(solveSessions(topology, without("tunnel0")), "b")).toEqual([">1"]);
  expect(pathsAt(solveSessions(topology, without("tunnel0", "tunnel1")), "b")).toEqual([]);
});

it("knows nothing of a speaker that is down, and says of its sessions that it is", () => {
  const topology = topologyOf([from("a", 1), speaker("b", 2), session(open("a"), open("b"))]);
  const solved = solveSessions(topology, without("a"));

  expect(Array.from(solved.ribs.keys())).toEqual(["b"]);
  expect(solved.sessions.get("a b")).toEqual({ state: "Connecting", because: "a is down" });
});

it("finds that three who each prefer the next one's way never settle", () => {
  const ring = ["a", "b", "c"];
  const solved = solve(
    from("source", 1, ["10.0.0.0/8", "11.0.0.0/8"]),
    ...ring.map((id, place) => speaker(id, 10 + place, { programs: [] })),
    ...ring.map((id) => session(open("source"), open(id))),
    // Each takes its neighbour's way only while that neighbour goes straight.
    ...ring.map((id, place) =>
      session(
        open(id, { learns: { weight: 100, onlyAsPath: `^${10 + ((place + 1) % 3)} 1$` } }),
        open(ring[(place + 1) % 3] ?? "", { learns: { onlyAsPath: "^never$" } }),
      ),
    ),
  );

  expect(solved.gaps.map(({ because }) => because)).toEqual([
    "The routes to 10.0.0.0/8 and 11.0.0.0/8 never settle: each choice of a way makes another speaker choose again.",
  ]);
  expect(pathsAt(solved, "a").some((path) => path.startsWith(">"))).toBe(false);
});

it("leaves open who of two goes straight where each prefers the other's way", () => {
  const pair = ["a", "b"];
  const put: Program = { layer: "routes", tags: ["t"], nextHop: "via", nextHopType: "VirtualNetworkGateway" };
  const solved = solve(
    from("source", 1, ["10.0.0.0/8", "11.0.0.0/8"]),
    ...pair.map((id, place) => speaker(id, 10 + place, { programs: [{ ...put, layer: `${id}/routes` }] })),
    ...pair.map((id) => session(open("source"), open(id))),
    session(open("a", { learns: { weight: 100 } }), open("b", { learns: { weight: 100 } })),
  );
  const because =
    "For 10.0.0.0/8 and 11.0.0.0/8 routers come to rest in one of several ways, by who of them speaks first.";

  expect(solved.gaps).toMatchObject([{ kind: "notModelled", about: ["a/routes", "b/routes"], because }]);
  expect(solved.layers.get("b/routes")).toMatchObject([{ undecided: because }, { undecided: because }]);
  expect(pathsAt(solved, "a").some((path) => path.startsWith(">"))).toBe(true);
});

it("says where a pattern cannot be read, and learns nothing there", () => {
  const solved = solve(
    from("a", 1),
    speaker("b", 2),
    session(open("a"), open("b", { learns: { onlyAsPath: "(" } })),
  );

  expect(solved.gaps).toMatchObject([{ kind: "notModelled", about: ["a b", "b"] }]);
  expect(pathsAt(solved, "b")).toEqual([]);
});

it("leads each prefix of one class where its own origination leads", () => {
  const address = parseAddress("10.0.0.4");
  const ways: readonly NextHop[] = [
    { to: "internet" },
    { to: "addresses", addresses: address ? [address] : [] },
  ];
  const texts = ["10.0.0.0/8", "11.0.0.0/8"];
  const owner = speaker("a", 1, {
    originates: ways.flatMap((via, place) => originates("t", texts.slice(place, place + 1), { via })),
  });

  const { ribs } = solve(owner);

  expect(texts.map((text) => ribs.get("a")?.routes.get(text)?.[0]?.via)).toEqual(ways);
});
