import type { Address } from "../../ip/index.ts";
import type { Node, NodeId, Row, Table } from "../../model/topology.ts";
import { leadsDirectly } from "../trace/to-address.ts";
import { linkBetween } from "../trace/to-network.ts";
import { holderOf, linkToEdge, linkToNode, nodesToTry } from "../trace/ways-to-nodes.ts";
import { networkOf, type World } from "../trace/world.ts";
import { type Crossing, crossAt, crossFrom, hasCrossed, overLink } from "./crossings.ts";
import { arrivesAt, deliveredIn, endsWith, type Next, type Place } from "./next.ts";

/** Where a row that won leads, as the tracer follows it. */
export function followRow(
  { node, table }: Place,
  { nextHop }: Row,
  isPrivate: boolean,
  world: World,
): readonly Next[] {
  switch (nextHop.to) {
    case "members":
      return [toMembers(node, nextHop.network, world)];
    case "link":
      return [overLink(node, nextHop.link, world)];
    case "addresses":
      if (nextHop.addresses.length === 0) return [endsWith("notModelled")];
      return nextHop.addresses.flatMap((address) => toAddress(node, address, table, world));
    case "nodes":
      return toNodes(node, nextHop.nodes, world);
    case "table": {
      const next = world.topology.tables.get(nextHop.table);
      if (!next) return [endsWith("noRoute")];
      const place: Place = { node, table: next, passesOn: "done" };
      return [{ ...endsWith("noRoute"), to: { at: "place", place }, key: `table ${nextHop.table}` }];
    }
    case "internet":
      return [endsWith(isPrivate || !node.egress ? "dropped" : "leavesEstate")];
    case "service":
      return [endsWith("leavesEstate")];
    case "none":
      return [endsWith("dropped")];
  }
}

function toMembers(node: Node, networkId: NodeId, world: World): Next {
  const network = world.topology.nodes.get(networkId);
  if (!network) return endsWith("leavesEstate");

  const link = linkBetween(networkOf(node, world).id, networkId, world);
  if (!link) return deliveredIn(network, network.name);

  const crossing = crossFrom(node, link, world);
  return hasCrossed(crossing) ? deliveredIn(network, link.name, crossing.path) : crossing;
}

function toAddress(node: Node, address: Address, table: Table, world: World): readonly Next[] {
  const found = world.lookupAmong(table.nextHopsIn ?? table.id, address, leadsDirectly);
  if (!found) return [endsWith("dropped")];

  return found.rows.map(({ row: { nextHop } }) => {
    if (nextHop.to === "members") return handOver(toMembers(node, nextHop.network, world), address, world);
    if (nextHop.to === "link") return handOver(overLink(node, nextHop.link, world), address, world);
    return endsWith("dropped");
  });
}

/** To the member with the next hop's address, not to the one with the packet's. */
function handOver(next: Next, address: Address, world: World): Next {
  if (next.to.at !== "end" || next.to.end.at !== "members") return next;

  const { network } = next.to.end;
  const holder = holderOf(network, address, world);
  if (!holder) return endsWith("dropped", next.path);
  const over = next.key.slice(`members ${network.id} `.length);
  return arrivesAt({ node: holder, table: undefined, passesOn: "yes" }, over, next.path);
}

function toNodes(node: Node, ids: readonly NodeId[], world: World): readonly Next[] {
  const targets = nodesToTry(ids, world);
  return targets.length === 0 ? [endsWith("dropped")] : targets.map((target) => toNode(node, target, world));
}

function toNode(from: Node, to: Node, world: World): Next {
  const here = networkOf(from, world);
  const link = linkToNode(from, to, world);
  if (link) return over(crossFrom(from, link, world), to, link.name);
  if (here.id === networkOf(to, world).id)
    return arrivesAt({ node: to, table: undefined, passesOn: "yes" }, here.name);
  return to.within === undefined ? jump(from, to, here, world) : endsWith("dropped");
}

function over(crossing: Crossing | Next, to: Node, name: string): Next {
  if (!hasCrossed(crossing)) return crossing;

  const { arrival, path } = crossing;
  const table = arrival.node === to.id ? arrival.arrivalTable : undefined;
  return arrivesAt({ node: to, table, passesOn: "yes" }, name, path);
}

/** Straight to an edge. */
function jump(from: Node, to: Node, network: Node, world: World): Next {
  const found = linkToEdge(to, network, world);
  if (found) return over(crossAt(from, found.link, found.here, world), to, found.link.name);
  return arrivesAt({ node: to, table: undefined, passesOn: "yes" }, "ExpressRoute");
}
