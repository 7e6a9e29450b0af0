import { privateRanges } from "../../azure/address-space.ts";
import { type Address, containsAddress, parsePrefix } from "../../ip/index.ts";
import type { Gap, LinkEnd, NextHop, Node, NodeId, Topology } from "../../model/topology.ts";
import type { TraceEnd } from "../../model/trace.ts";
import type { AddressJudge } from "../address-match.ts";
import type { Found, Lookup } from "../lookup.ts";
import type { Up } from "../up.ts";
import type { Rewrite } from "./journey.ts";
import type { TopologyIndex } from "./topology-index.ts";

/** What the steps of a trace ask: nothing of it changes while packets walk. */
export interface World extends Lookup {
  readonly topology: Topology;
  readonly index: TopologyIndex;
  readonly up: Up;
  /** Found when the sessions were solved. */
  readonly solvedGaps: ReadonlyMap<string, readonly Gap[]>;
  readonly latency: (regionA: string, regionB: string) => number | undefined;
}

/** A walk's aim, and on the way back what the way there left behind. */
export interface Errand {
  readonly world: World;
  readonly to: TraceEnd;
  readonly memory?: Memory;
}

export interface Memory {
  /** Their filters have seen the flow. */
  readonly open: ReadonlySet<NodeId>;
  readonly rewrites: readonly Rewrite[];
  readonly chosen: ReadonlyMap<NodeId, NodeId>;
}

/** What a node stands in; itself where it stands in nothing. */
export function networkOf(node: Node, { topology }: Pick<World, "topology">): Node {
  return (node.within === undefined ? undefined : topology.nodes.get(node.within)) ?? node;
}

/** As people call it: of many subnets one is `web`, and of many sites one has a `router`. */
export function nameOf(node: Node, world: World): string {
  const network = networkOf(node, world);
  const needsIt = node.role === "subnet" || network.role === "site";
  return needsIt && network.id !== node.id ? `${network.name}/${node.name}` : node.name;
}

/** A sentence; `undefined` where it is up. */
export function whyDown({ id, name }: { readonly id: string; readonly name: string }, { up }: World) {
  const reason = up.reasonDown(id);
  if (reason === undefined) return undefined;
  return reason === `${id} is down` ? `${name} is down.` : `${name} is down: ${reason.replace(/\.$/, "")}.`;
}

const ranges = privateRanges.value.map((text) => parsePrefix(text)).filter((range) => range !== undefined);

export function isPrivate(address: Address): boolean {
  return ranges.some((range) => containsAddress(range, address));
}

export function judgeAt(node: Node, world: World): AddressJudge {
  return {
    isRouted: (address) => isRouted(node, address, world),
    isPublic: (address) => !isPrivate(address),
    isOfEstate: (address) => world.index.networks.lookup(address) !== undefined,
  };
}

function isRouted(node: Node, address: Address, world: World): boolean {
  if (node.table === undefined) return false;

  return isRoutedBy(world.lookup(node.table, address), node, world);
}

/** Whether what its table says leads anywhere that counts as the network's own. */
export function isRoutedBy(found: Found | undefined, node: Node, world: World): boolean {
  return found?.rows.some(({ row }) => leadsSomewhere(row.nextHop, node, world)) ?? false;
}

function leadsSomewhere(nextHop: NextHop, node: Node, world: World): boolean {
  if (nextHop.to === "link") return endHere(nextHop.link, node, world)?.sends ?? true;

  return nextHop.to !== "internet" && nextHop.to !== "service" && nextHop.to !== "none";
}

/** The end of a link that a node, or the network it stands in, is at. */
export function endHere(linkId: string, node: Node, world: Pick<World, "topology">): LinkEnd | undefined {
  const ends = world.topology.links.get(linkId)?.ends;
  return (
    ends?.find((end) => end.node === node.id) ?? ends?.find((end) => end.node === networkOf(node, world).id)
  );
}
