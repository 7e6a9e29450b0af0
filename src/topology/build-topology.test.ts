import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { design } from "../design.ts";
import { type Estate, emptyEstate } from "../model/estate.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Layer, NextHop, Topology } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

const examples = new URL("../../examples/", import.meta.url);
const scenarios = new URL("../../test/scenarios/", import.meta.url);

it.each(readdirSync(examples))("%s: every id that a part names is one", (name) => {
  const text = readFileSync(new URL(`${name}/network.yaml`, examples), "utf8");
  const made = design(readDocument("network.yaml", text), { reconsider: false }).design;

  expect(dangling(topologyOf(made?.estate ?? emptyEstate))).toEqual([]);
});

it.each(readdirSync(scenarios).filter((name) => name.endsWith(".estate.yaml")))(
  "%s: every id that a part names is one",
  (name) => {
    const text = readFileSync(new URL(name, scenarios), "utf8");

    expect(dangling(topologyOf(readEstate(readDocument(name, text)).estate))).toEqual([]);
  },
);

it("takes the first of two parts with one id, and says the same thing once", () => {
  const origin = { file: "t", path: [] };
  const reader = (name: string): TopologyReader => ({
    reads: name,
    *read() {
      yield { part: "table", id: "t", name, layers: [], origin };
      yield { part: "gap", kind: "assumed", about: ["t"], because: "of one reason", origin };
      yield { part: "gap", kind: "assumed", about: ["t"], because: `of ${name}`, origin };
    },
  });

  const topology = buildTopology(indexEstate(emptyEstate), [reader("first"), reader("second")]);

  expect(topology.tables.get("t")?.name).toBe("first");
  expect(topology.gaps.map(({ because }) => because)).toEqual(["of one reason", "of first", "of second"]);
});

it("holds one layer a network, not one a subnet, however many there are", () => {
  const subnets = Array.from({ length: 200 }, (_, index) => ({
    name: `s${index}`,
    properties: { addressPrefix: `10.0.${index}.0/24` },
  }));
  const resource = {
    type: "Microsoft.Network/virtualNetworks",
    name: "hub",
    properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] }, subnets },
  };
  const text = JSON.stringify({ formatVersion: 1, resources: [resource] });

  const { tables } = topologyOf(readEstate(readDocument("t.estate.json", text)).estate);

  expect(tables.size).toBe(200);
  expect(new Set([...tables.values()].map(({ layers }) => layers)).size).toBe(1);
});

function topologyOf(estate: Estate): Topology {
  return buildTopology(indexEstate(estate));
}

/** What routing would look for and not find. */
function dangling({ nodes, tables, links, sessions }: Topology): readonly string[] {
  const wrong: string[] = [];
  const node = (id: string | undefined, by: string) => {
    if (id !== undefined && !nodes.has(id)) wrong.push(`${by} names the node ${id}`);
  };
  const table = (id: string | undefined, by: string) => {
    if (id !== undefined && !tables.has(id)) wrong.push(`${by} names the table ${id}`);
  };
  const hop = (nextHop: NextHop, by: string) => {
    if (nextHop.to === "members") node(nextHop.network, by);
    if (nextHop.to === "nodes") for (const id of nextHop.nodes) node(id, by);
    if (nextHop.to === "table") table(nextHop.table, by);
    if (nextHop.to === "link" && !links.has(nextHop.link)) wrong.push(`${by} names the link ${nextHop.link}`);
  };

  const layers = new Set<Layer>([...tables.values()].flatMap((value) => value.layers));
  const layerIds = new Set([...layers].map(({ id }) => id));
  for (const layer of layers) for (const row of layer.rows) hop(row.nextHop, layer.id);
  if (layerIds.size !== layers.size) wrong.push("two layers have one id");
  for (const { id, within, table: own, balances = [], speaker } of nodes.values()) {
    node(within, id);
    table(own, id);
    for (const member of balances) node(member, id);
    for (const { via } of speaker?.originates ?? []) hop(via, id);
    for (const { layer } of speaker?.programs ?? [])
      if (!layerIds.has(layer)) wrong.push(`${id} programs ${layer}`);
  }
  for (const { id, ends } of links.values()) {
    for (const end of ends) {
      node(end.node, id);
      table(end.arrivalTable, id);
    }
  }
  for (const { id, ends } of sessions.values()) {
    for (const end of ends) {
      node(end.node, id);
      hop(end.via, id);
    }
  }
  return wrong;
}
