import { type Address, contains, firstAddress, type Prefix, subtract } from "../../ip/index.ts";
import type { Node, NodeId } from "../../model/topology.ts";
import { senderAmong } from "../trace/begin.ts";
import { isPrivate, networkOf, type World } from "../trace/world.ts";
import type { Holding, Members } from "./members.ts";
import type { NodeKinds } from "./node-kinds.ts";
import { createPairNumbering } from "./pair-memory.ts";
import type { Regions } from "./regions.ts";
import { distinctPrefixes } from "./sorted-prefixes.ts";

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

export function classAt(classes: readonly AddressClass[], id: number): AddressClass {
  const of = classes[id];
  if (!of) throw new Error(`There is no class ${id}.`);
  return of;
}

interface Found {
  readonly of: number;
  readonly prefixes: readonly Prefix[];
}

export function classifyEndpoints(
  endpoints: readonly Node[],
  regions: Regions,
  members: Members,
  kinds: NodeKinds,
  world: World,
): EndpointClasses {
  const classes: Omit<AddressClass, "id">[] = [];
  const byKey = new Map<number, number>();
  const join = createPairNumbering();
  const holders = createPairNumbering();
  const lists = createPairNumbering();

  const found = endpoints.map((endpoint) =>
    distinctPrefixes(endpoint.prefixes).flatMap((prefix) =>
      blocksOf(prefix).map((prefixes): Found => ({ of: classOf(endpoint, prefixes), prefixes })),
    ),
  );
  return inOrder(classes, found);

  /** Every range of an endpoint is a member's or a network's, and so among these. */
  function blocksOf(prefix: Prefix): readonly (readonly Prefix[])[] {
    const inside = [...regions.within(prefix), ...members.within(prefix)];
    return inside.length === 0 ? [[prefix]] : blocksIn(distinctPrefixes([prefix, ...inside]));
  }

  function classOf(endpoint: Node, prefixes: readonly Prefix[]): number {
    const [first] = prefixes;
    if (!first) throw new Error(`A piece of ${endpoint.id} is empty.`);

    const address = firstAddress(first);
    const region = regions.regionOf(address);
    const holdings = members.holdersOf(address);
    const stands = networkOf(endpoint, world);
    const network = endpoint.table === undefined ? endpoint : stands;
    const sender = senderAmong(nodesIn(network.id, holdings), endpoint, address);
    // The very string that the network has: comparing those is quick.
    const home = stands === endpoint ? (endpoint.within ?? endpoint.id) : stands.id;
    // Where several claim one address the endpoint that is asked for may be one of them.
    const isShared = holdings.some(({ nodes }) => nodes.length > 1);
    const place = join(region, kinds.numberOf(home));
    const asked = join(kinds.kindOf(sender), isShared ? 1 + kinds.numberOf(endpoint.id) : 0);
    const key = join(join(place, asked), kindOfHoldings(holdings));
    const known = byKey.get(key) ?? classes.length;
    if (known < classes.length) return known;

    byKey.set(key, known);
    classes.push({ region, address, isPrivate: isPrivate(address), endpoint, sender, home, holdings });
    return known;
  }

  /** One behind the other, from 0 on: a list that goes on is another number. */
  function kindOfHoldings(holdings: readonly Holding[]): number {
    return holdings.reduce((before, { network, nodes }) => {
      const of = nodes.length === 1 ? nodes.map(kinds.kindOf) : nodes.map(({ id }) => kinds.numberOf(id));
      const who = of.reduce((others, one) => holders(others, one * 2 + Number(nodes.length > 1)), 0);
      return lists(before, join(kinds.numberOf(network), who));
    }, 0);
  }
}

function nodesIn(network: NodeId, holdings: readonly Holding[]): readonly Node[] {
  return holdings.find((held) => held.network === network)?.nodes ?? [];
}

/** By their regions, and those of one region as they were met. */
function inOrder(
  classes: readonly Omit<AddressClass, "id">[],
  found: readonly (readonly Found[])[],
): EndpointClasses {
  const order = classes
    .map((of, met) => ({ of, met }))
    .sort((a, b) => a.of.region - b.of.region || a.met - b.met);
  const numbers = new Int32Array(classes.length);
  for (const [id, { met }] of order.entries()) numbers[met] = id;
  return {
    classes: order.map(({ of }, id) => ({ ...of, id })),
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

function joined(found: readonly Found[], numbers: Int32Array): readonly Piece[] {
  const [only, another] = found;
  if (only && !another) return [{ prefixes: only.prefixes, of: numbers[only.of] ?? 0 }];

  const byClass = new Map<number, Prefix[]>();
  for (const { of: met, prefixes } of found) {
    const of = numbers[met] ?? 0;
    const list = byClass.get(of);
    if (list) list.push(...prefixes);
    else byClass.set(of, [...prefixes]);
  }
  return [...byClass].sort(([a], [b]) => a - b).map(([of, prefixes]) => ({ of, prefixes }));
}
