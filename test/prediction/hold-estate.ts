import { addressAt, addressCount, parseAddress } from "../../src/ip/index.ts";
import type { Estate } from "../../src/model/estate.ts";
import type { NextHop, Topology } from "../../src/model/topology.ts";
import type { TraceEnd } from "../../src/model/trace.ts";
import { type Prediction, predict } from "../../src/predict.ts";
import type { Draw } from "../oracles/any-topology/draw.ts";

const TRACES = 6;
const PROTOCOLS = ["tcp", "udp", "icmp", "*"] as const;
const OUTSIDE = ["192.0.2.1", "2001:db8::1", "10.0.0.4", "0.0.0.0", "255.255.255.255"];

/** Asks an estate everything that the command line can ask; throws where anything does. What dangles, a line each. */
export function askEverything(estate: Estate, draw: Draw): readonly string[] {
  const prediction = predict(estate);
  ask(prediction, draw);
  const elements = prediction.elements();
  if (elements.length > 0 && draw.chance(0.5))
    ask(predict(estate, { down: new Set(draw.some(elements, 0.1)) }), draw);
  return danglingIn(prediction.topology);
}

function ask(prediction: Prediction, draw: Draw): void {
  const { topology } = prediction;
  for (const { id, speaker } of topology.nodes.values()) {
    prediction.effectiveRoutesOf(id);
    prediction.reasonDown(id);
    if (!speaker) continue;
    for (const name of new Set([id, id.replace(/#.*$/, "")])) {
      prediction.learnedRoutesOf(name);
      prediction.advertisedRoutesOf(name);
      prediction.bgpPeersOf(name);
    }
  }
  for (let count = 0; count < TRACES; count += 1) {
    const from = anyEnd(topology, draw);
    const to = anyEnd(topology, draw);
    if (from && to) prediction.trace(from, to, { protocol: draw.pick(PROTOCOLS), port: draw.below(65_536) });
  }
  if (prediction.gaps.some(({ because }) => because === "")) throw new Error("a gap without a reason");
}

function anyEnd({ nodes }: Topology, draw: Draw): TraceEnd | undefined {
  const withAddress = [...nodes.values()].filter(({ prefixes }) => prefixes.length > 0);
  if (withAddress.length === 0 || draw.chance(0.1)) {
    const internet = parseAddress(draw.pick(OUTSIDE));
    return internet && { internet };
  }
  const node = draw.pick(withAddress);
  const prefix = draw.pick(node.prefixes);
  const count = Math.min(addressCount(prefix), 2 ** 16);
  const address = addressAt(prefix, draw.below(count));
  return address && { node: node.id, address };
}

/** Everything that a topology names and does not have; but filters, which nobody may know the rules of. */
export function danglingIn(topology: Topology): readonly string[] {
  const { nodes, tables, links, sessions } = topology;
  const missing: string[] = [];
  const layers = new Set([...tables.values()].flatMap((table) => table.layers.map(({ id }) => id)));
  const expectIn = (
    known: ReadonlyMap<string, unknown> | ReadonlySet<string>,
    id: string | undefined,
    by: string,
  ) => {
    if (id !== undefined && !known.has(id)) missing.push(`${by}: ${id}`);
  };
  const expectHop = (hop: NextHop, by: string) => {
    switch (hop.to) {
      case "members":
        return expectIn(nodes, hop.network, `${by} members`);
      case "link":
        return expectIn(links, hop.link, `${by} link`);
      case "nodes":
        return hop.nodes.forEach((id) => expectIn(nodes, id, `${by} nodes`));
      case "table":
        return expectIn(tables, hop.table, `${by} table`);
      case "addresses":
      case "internet":
      case "service":
      case "none":
        return undefined;
    }
  };

  for (const node of nodes.values()) {
    expectIn(nodes, node.within, `${node.role} within`);
    expectIn(tables, node.table, `${node.role} table`);
    for (const id of node.balances ?? []) expectIn(nodes, id, `${node.role} balances`);
    for (const { via } of node.speaker?.originates ?? []) expectHop(via, `${node.role} originates`);
    for (const { layer } of node.speaker?.programs ?? []) expectIn(layers, layer, `${node.role} programs`);
  }
  for (const { id, layers: own } of tables.values())
    for (const { rows } of own) for (const { nextHop } of rows) expectHop(nextHop, `row of ${id}`);
  for (const { medium, ends } of links.values())
    for (const end of ends) {
      expectIn(nodes, end.node, `${medium} end`);
      expectIn(tables, end.arrivalTable, `${medium} arrival`);
    }
  for (const { id, ends } of sessions.values())
    for (const end of ends) {
      expectIn(nodes, end.node, `session ${id} end`);
      expectHop(end.via, `session ${id} via`);
    }
  return missing;
}
