import {
  type Address,
  contains,
  createPrefixTable,
  firstAddress,
  type Prefix,
  subtract,
} from "../../ip/index.ts";
import type { Node, NodeId } from "../../model/topology.ts";
import { senderOf } from "../trace/begin.ts";
import { isPrivate, type World } from "../trace/world.ts";
import type { Holding, Members } from "./members.ts";
import type { NodeKinds } from "./node-kinds.ts";
import { distinctPrefixes, type Regions } from "./regions.ts";

/**
 * Addresses of endpoints that nothing in the estate tells apart, whoever holds them: in one region, held by nodes of one
 * kind, and, where networks overlap, claimed by the same others.
 */
export interface AddressClass {
  readonly id: number;
  readonly region: number;
  /** One address of it, and the endpoint that this belongs to. */
  readonly address: Address;
  readonly isPrivate: boolean;
  readonly endpoint: Node;
  readonly sender: Node;
  /** What the endpoint stands in; itself where it stands in nothing. */
  readonly home: NodeId;
  readonly holdings: readonly Holding[];
}

/** What one endpoint has of one class. */
export interface Piece {
  readonly prefixes: readonly Prefix[];
  readonly of: number;
}

export interface EndpointClasses {
  /** In the order of their regions. */
  readonly classes: readonly AddressClass[];
  /** By endpoint, in the order given. */
  readonly pieces: readonly (readonly Piece[])[];
}

interface Found {
  readonly key: string;
  readonly prefixes: readonly Prefix[];
}

export function classifyEndpoints(
  endpoints: readonly Node[],
  regions: Regions,
  members: Members,
  kinds: NodeKinds,
  world: World,
): EndpointClasses {
  const own = endpoints.flatMap(({ prefixes }) => prefixes);
  const cuts = distinctPrefixes([...regions.prefixes, ...members.prefixes, ...own]);
  const table = createPrefixTable(cuts.map((cut) => [cut, cut] as const));
  const classes = new Map<string, AddressClass>();

  const found = endpoints.map((endpoint) =>
    distinctPrefixes(endpoint.prefixes).flatMap((prefix) =>
      blocksIn(table.inside(prefix).map(({ value }) => value)).map((prefixes): Found => {
        const described = describe(endpoint, prefixes, regions, members, kinds, world);
        if (!classes.has(described.key)) classes.set(described.key, { ...described.of, id: classes.size });
        return { key: described.key, prefixes };
      }),
    ),
  );

  const ordered = [...classes].sort(([, a], [, b]) => a.region - b.region || a.id - b.id);
  const numbers = new Map(ordered.map(([key], index) => [key, index]));
  return {
    classes: ordered.map(([, of], id) => ({ ...of, id })),
    pieces: found.map((list) => joined(list, numbers)),
  };
}

/** What each cut has for itself. `cuts` are in order, the first around all others. */
function blocksIn(cuts: readonly Prefix[]): readonly (readonly Prefix[])[] {
  const blocks: (readonly Prefix[])[] = [];
  for (const [index, cut] of cuts.entries()) {
    let end = index + 1;
    for (let next = cuts[end]; next && contains(cut, next); next = cuts[end]) end += 1;
    const own = end === index + 1 ? [cut] : subtract(cut, cuts.slice(index + 1, end));
    if (own.length > 0) blocks.push(own);
  }
  return blocks;
}

function describe(
  endpoint: Node,
  prefixes: readonly Prefix[],
  regions: Regions,
  members: Members,
  kinds: NodeKinds,
  world: World,
): { readonly key: string; readonly of: Omit<AddressClass, "id"> } {
  const [first] = prefixes;
  if (!first) throw new Error(`A piece of ${endpoint.id} is empty.`);

  const address = firstAddress(first);
  const region = regions.regionOf(address);
  const sender = senderOf(endpoint, address, world);
  // The very string that the network has: comparing those is quick.
  const home = world.topology.nodes.get(endpoint.within ?? endpoint.id)?.id ?? endpoint.within ?? endpoint.id;
  const holdings = members.holdersAround(first);
  // Where several claim one address the endpoint that is asked for may be one of them.
  const asked = holdings.some(({ nodes }) => nodes.length > 1) ? endpoint.id : "";
  const held = holdings.map((holding) => textOf(holding, kinds));
  const key = [region, kinds.numberOf(home), asked, kinds.kindOf(sender), ...held].join(" / ");
  return { key, of: { region, address, isPrivate: isPrivate(address), endpoint, sender, home, holdings } };
}

function textOf({ network, nodes }: Holding, kinds: NodeKinds): string {
  const texts = nodes.length > 1 ? nodes.map(({ id }) => id) : nodes.map(kinds.kindOf);
  return `${kinds.numberOf(network)}: ${texts.join(" ")}`;
}

function joined(found: readonly Found[], numbers: ReadonlyMap<string, number>): readonly Piece[] {
  const byClass = new Map<number, Prefix[]>();
  for (const { key, prefixes } of found) {
    const of = numbers.get(key) ?? 0;
    const list = byClass.get(of);
    if (list) list.push(...prefixes);
    else byClass.set(of, [...prefixes]);
  }
  return [...byClass].sort(([a], [b]) => a - b).map(([of, prefixes]) => ({ of, prefixes }));
}
