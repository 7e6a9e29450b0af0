import { expect, it } from "vitest";
import { parsePrefix } from "../ip/index.ts";
import { emptyEstate } from "../model/estate.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Layer, Link, LinkEnd, Node, Table, TopologyPart } from "../model/topology.ts";
import { buildTopology } from "./build-topology.ts";
import { learnedLayer } from "./layer.ts";

const origin = { file: "t", path: [] };

function node(id: string, more: Partial<Node> = {}): Node {
  const forwarding = { does: "no", because: "it is a test" } as const;
  return { part: "node", id, name: id, role: "subnet", prefixes: [], forwarding, needs: [], origin, ...more };
}

function link(id: string, a: string, b: string): Link {
  const end = (one: string): LinkEnd => ({ node: one, sends: true, acceptsForwarded: true, origin });
  return {
    part: "link",
    id,
    name: id,
    medium: "backbone",
    ends: [end(a), end(b)],
    crossesInternet: false,
    needs: [],
    origin,
  };
}

function table(id: string, layers: readonly Layer[]): Table {
  return { part: "table", id, name: id, layers, origin };
}

function layer(id: string, ...links: readonly string[]): Layer {
  const prefix = parsePrefix("10.0.0.0/8");
  if (!prefix) throw new Error("10.0.0.0/8 is a prefix");
  const rows = links.map((one) => ({
    prefix,
    nextHop: { to: "link", link: one } as const,
    nextHopType: "VNetPeering",
    nextHopIpAddresses: [],
    needs: [],
    origin,
  }));
  return { ...learnedLayer(id), rows };
}

function topologyOf(...parts: readonly TopologyPart[]) {
  return buildTopology(indexEstate(emptyEstate), [{ reads: "test", read: () => parts }]);
}

it("what stands in something that is not here goes, with what stands in that, and is said", () => {
  const { nodes, gaps } = topologyOf(
    node("hub"),
    node("web", { within: "hub" }),
    node("nic", { within: "lost" }),
    node("inner", { within: "nic" }),
  );

  expect([...nodes.keys()]).toEqual(["hub", "web"]);
  expect(gaps.map(({ kind, about }) => [kind, ...about])).toEqual([
    ["notModelled", "nic"],
    ["notModelled", "inner"],
  ]);
});

it("links to nowhere go, and rows over them, of all tables that share the layer", () => {
  const shared = layer("shared", "ab", "ax");

  const { links, tables, gaps } = topologyOf(
    node("a"),
    node("b"),
    link("ab", "a", "b"),
    link("ax", "a", "x"),
    table("one", [shared]),
    table("two", [shared]),
  );

  const [one, two] = [...tables.values()].map(({ layers }) => layers[0]);
  expect([...links.keys()]).toEqual(["ab"]);
  expect(one).toBe(two);
  expect(one?.rows.map(({ nextHop }) => nextHop)).toEqual([{ to: "link", link: "ab" }]);
  expect(gaps.map(({ about }) => about)).toEqual([["ax"], ["one"]]);
});

it("what is whole stays the object that it was, and a filter that nobody knows stays named", () => {
  const web = node("web", { table: "routes", inbound: ["closed#inbound"] });
  const routes = table("routes", [layer("layer", "ww")]);

  const topology = topologyOf(web, link("ww", "web", "web"), routes);

  expect(topology.nodes.get("web")).toBe(web);
  expect(topology.tables.get("routes")).toBe(routes);
  expect(topology.gaps).toEqual([]);
});
