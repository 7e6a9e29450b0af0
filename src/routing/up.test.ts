import { expect, it } from "vitest";
import { origin, session, speaker, topologyOf } from "../../test/routing/topologies.ts";
import type { Link } from "../model/topology.ts";
import { createUp, isUp } from "./up.ts";

const end = { sends: true, acceptsForwarded: true, origin };
const tunnel: Link = {
  part: "link",
  id: "tunnel",
  name: "the tunnel",
  medium: "ipsec",
  ends: [
    { ...end, node: "gateway#0" },
    { ...end, node: "device" },
  ],
  crossesInternet: true,
  needs: [["connection"]],
  origin,
};

const parts = [
  speaker("gateway#0", 65_515, {}, [["gateway"], ["region/west", "region/east"]]),
  speaker("device", 65_001),
  tunnel,
  session({ node: "gateway#0" }, { node: "device" }, "tunnel/bgp", [["tunnel"]]),
];
const topology = topologyOf(parts);
const without = (...down: readonly string[]) => ({ down: new Set(down) });

it.each([
  ["nothing is down", [], true],
  ["the session itself is", ["tunnel/bgp"], false],
  ["the link that it needs is", ["tunnel"], false],
  ["what that link needs is", ["connection"], false],
  ["a node at its end is", ["device"], false],
  ["what such a node stands on is", ["gateway"], false],
  ["one of two is, either of which will do", ["region/west"], true],
  ["both are", ["region/west", "region/east"], false],
  ["something else is", ["gateway#1"], true],
])("a session over a tunnel, when %s: %s %s", (_, down, up) => {
  expect(isUp("tunnel/bgp", topology, without(...down))).toBe(up);
});

it("says what is down by itself", () => {
  const { reasonDown } = createUp(topology, without("tunnel"));

  expect(reasonDown("tunnel/bgp")).toBe("the tunnel is down");
  expect(reasonDown("device")).toBeUndefined();
});

it("counts a broken link as down, and says why it is broken", () => {
  const broken = topologyOf([...parts, { ...tunnel, brokenBecause: "the keys differ" }]);

  expect(createUp(broken, without()).reasonDown("tunnel/bgp")).toBe("the keys differ");
});

it("does not go round for ever where two stand on each other", () => {
  const circle = topologyOf([speaker("a", 1, {}, [["b"]]), speaker("b", 2, {}, [["a"]])]);

  expect(isUp("a", circle, without())).toBe(true);
  expect(isUp("a", circle, without("b"))).toBe(false);
});

it("takes a need that nothing can meet for one that is not met", () => {
  expect(createUp(topology, without()).meets([[]])).toBe(false);
});
