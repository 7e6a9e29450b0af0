import type { Node } from "../../model/topology.ts";
import { journeyAt } from "../trace/begin.ts";
import { gapsAbout, heedTable, isEnd } from "../trace/gaps.ts";
import { networkOf, type World } from "../trace/world.ts";
import { type Arrival, endsWith, type Next, needsTrace, type Place } from "./next.ts";
import { followRow } from "./next-hops.ts";
import type { NodeKinds } from "./node-kinds.ts";
import { type Check, joinPaths, noPath, type Path } from "./path.ts";
import type { Regions } from "./regions.ts";
import type { Decision } from "./table-runs.ts";

/** What a node does with packets that are not for one of its own addresses. */
export function passOn({ node, table: arrivalTable, passesOn }: Arrival, world: World): Next {
  const entered = through(noPath, node, "inbound");
  if (leavesOut(node, world)) return endsWith("notModelled");
  if (node.balances) return needsTrace(entered);

  const sent = passesOn === "yes" ? sendOn(entered, node) : entered;
  if ("key" in sent) return sent;
  const id = arrivalTable ?? node.table;
  const table = id === undefined ? undefined : world.topology.tables.get(id);
  if (!table) return endsWith("noRoute", sent);
  const place: Place = { node, table, passesOn: passesOn === "yes" ? "done" : passesOn };
  return { path: { ...sent, nodes: [node.id, ...sent.nodes] }, to: { at: "place", place }, key: "" };
}

/** Where a place sends what its table decides so. */
export function nextsAt(
  place: Place,
  decision: Decision,
  regions: Regions,
  kinds: NodeKinds,
  world: World,
): readonly Next[] {
  const { node, passesOn } = place;
  const { found, region, isPrivate } = decision;
  const address = regions.addressIn(region);
  if (!found || !address) return [endsWith("noRoute")];
  const packet = () => journeyAt(node, { source: address, destination: address }, []);
  if (kinds.mayLeaveOut(place.table) && isEnd(heedTable(packet(), found, world)))
    return [endsWith("notModelled")];

  const own = networkOf(node, world).id;
  const stays = found.rows.every(
    ({ row: { nextHop } }) => nextHop.to === "members" && nextHop.network === own,
  );
  const sent = passesOn === "unlessOwn" && !stays ? sendOn(noPath, node) : noPath;
  if ("key" in sent) return [sent];

  const nexts = distinct(found.rows.flatMap(({ row }) => followRow(place, row, isPrivate, world)));
  return sent === noPath ? nexts : nexts.map((next) => ({ ...next, path: joinPaths(sent, next.path) }));
}

function distinct(nexts: readonly Next[]): readonly Next[] {
  if (nexts.length < 2) return nexts;

  const byKey = new Map<string, Next>();
  for (const next of nexts) if (!byKey.has(next.key)) byKey.set(next.key, next);
  return [...byKey.values()];
}

function leavesOut(node: Node, world: World): boolean {
  return gapsAbout(node, world).some(({ kind }) => kind === "notModelled");
}

function through(path: Path, node: Node, direction: "inbound" | "outbound"): Path {
  const check: Check = { what: "filter", node, direction };
  return (node[direction] ?? []).length === 0 ? path : { ...path, checks: [...path.checks, check] };
}

/** What its node does with a packet for somebody else. */
function sendOn(path: Path, node: Node): Path | Next {
  const { forwarding } = node;
  if (forwarding.does === "no") return endsWith("dropped", path);
  if (forwarding.does === "unknown") return endsWith("notModelled", path);
  if (forwarding.sourceNat) return needsTrace(path);

  const stateful = forwarding.stateful ? [...path.stateful, node.machine ?? node.id] : path.stateful;
  return through({ ...path, stateful }, node, "outbound");
}
