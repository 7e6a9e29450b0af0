import { type Address, addressAt, addressCount, firstAddress, type Prefix } from "../ip/index.ts";
import type { PairPart, Reach } from "../model/reach.ts";
import type { Node, NodeId } from "../model/topology.ts";
import type { Flow, Outcome, Trace } from "../model/trace.ts";
import type { Prediction } from "../predict.ts";
import { createOwnAddresses } from "./own-addresses.ts";
import { addressSeenFrom } from "./translated-address.ts";

/** What a proof asks a prediction: by classes where it can, and by traces where it must. */
export interface Questions {
  /** What a name stands for: itself, or the subnets of a network. */
  readonly endpointsIn: (node: NodeId) => readonly NodeId[];
  /** Equal for endpoints that nothing tells apart. */
  readonly classOf: (endpoint: NodeId, flow: Flow) => number;
  /** Of a pair: the worst of its addresses, each as the other end calls it. */
  readonly outcome: (from: NodeId, to: NodeId, flow: Flow) => Outcome;
  /** It is called otherwise than it calls itself, or claims ranges of others: `Reach` alone does not say what it reaches. */
  readonly isTakenApart: (endpoint: NodeId) => boolean;
  /** One trace for each part of the two that fares in its own way. */
  readonly traces: (from: NodeId, to: NodeId, flow: Flow) => readonly Trace[];
}

export function createQuestions(prediction: Prediction): Questions {
  const { topology } = prediction;
  const reaches = new Map<string, Asked>();
  const translated = translatedNetworks(prediction);
  const outcomes = new Map<string, Outcome>();
  const apart = new Map<NodeId, boolean>();
  const own = createOwnAddresses(prediction.topology);

  function asked(flow: Flow): Asked {
    const key = `${flow.protocol} ${flow.port ?? ""}`;
    const known = reaches.get(key) ?? ask(prediction.reach(isAny(flow) ? undefined : flow));
    reaches.set(key, known);
    return known;
  }

  const byNetwork = new Map<NodeId, NodeId[]>();
  const endpoints = new Set<NodeId>();
  for (const { id } of asked({ protocol: "*" }).reach.endpoints) {
    endpoints.add(id);
    const within = topology.nodes.get(id)?.within;
    if (within === undefined) continue;
    const list = byNetwork.get(within);
    if (list) list.push(id);
    else byNetwork.set(within, [id]);
  }

  /** A site is called otherwise than it calls itself: then its own addresses say nothing. */
  function isCalledOtherwise(id: NodeId): boolean {
    return translated.has(topology.nodes.get(id)?.within ?? id);
  }

  function tracesOf(from: NodeId, to: NodeId, flow: Flow): readonly Trace[] {
    const [source, target] = [topology.nodes.get(from), topology.nodes.get(to)];
    if (!source || !target) return [];
    const pairs = isCalledOtherwise(to) ? wholeParts(source, target) : partsOf(from, to, flow);
    return pairs.flatMap((part) => {
      const [a, b] = [hostIn(part.from, 0), hostIn(part.to, from === to ? 1 : 0)];
      if (!a || !b) return [];
      const seen = isCalledOtherwise(to) ? addressSeenFrom(source, target, b, topology) : b;
      return [prediction.trace({ node: from, address: a }, { node: to, address: seen }, flow)];
    });
  }

  function partsOf(from: NodeId, to: NodeId, flow: Flow): readonly PairPart[] {
    const parts = asked(flow).reach.outcome(from, to)?.parts ?? [];
    if (parts.length === 1) return parts;

    const theirs = parts.filter((part) => own.isOwn(from, part.from) && own.isOwn(to, part.to));
    return theirs.length > 0 ? theirs : parts;
  }

  function isTakenApart(id: NodeId): boolean {
    const node = topology.nodes.get(id);
    const known = apart.get(id) ?? (node !== undefined && (isCalledOtherwise(id) || own.hasOthers(node)));
    apart.set(id, known);
    return known;
  }

  /** Of what must be taken apart each answer once, for every class beside it. */
  function outcomeApart(from: NodeId, to: NodeId, flow: Flow): Outcome {
    const keyOf = (id: NodeId) => (isTakenApart(id) ? id : asked(flow).classes.get(id));
    const key = `${keyOf(from)} ${keyOf(to)} ${flow.protocol} ${flow.port ?? ""}`;
    const known = outcomes.get(key) ?? findOutcome(from, to, flow);
    outcomes.set(key, known);
    return known;
  }

  function findOutcome(from: NodeId, to: NodeId, flow: Flow): Outcome {
    const found = isCalledOtherwise(to) ? tracesOf(from, to, flow) : partsOf(from, to, flow);
    if (found.length > 0) return tellingOf(found.map(({ outcome }) => outcome));
    // One of them has no address that anybody knows, or they have none of one family.
    return asked(flow).reach.outcome(from, to)?.outcome ?? "notModelled";
  }

  return {
    endpointsIn: (node) => byNetwork.get(node) ?? (endpoints.has(node) ? [node] : []),
    classOf: (endpoint, flow) => asked(flow).classes.get(endpoint) ?? -1,
    outcome: (from, to, flow) =>
      isTakenApart(from) || isTakenApart(to) ? outcomeApart(from, to, flow) : findOutcome(from, to, flow),
    isTakenApart,
    traces: tracesOf,
  };
}

function isAny({ protocol, port }: Flow): boolean {
  return protocol === "*" && port === undefined;
}

interface Asked {
  readonly reach: Reach;
  readonly classes: ReadonlyMap<NodeId, number>;
}

function ask(reach: Reach): Asked {
  const classes = new Map<NodeId, number>();
  for (const [index, { members }] of reach.classes.entries())
    for (const member of members) classes.set(member, index);
  return { reach, classes };
}

/** What is certainly wrong says more than what nobody knows. */
function tellingOf(outcomes: readonly Outcome[]): Outcome {
  const others = outcomes.filter((outcome) => outcome !== "delivered");
  const known = others.find((outcome) => outcome !== "notModelled" && outcome !== "leavesEstate");
  return known ?? others[0] ?? outcomes[0] ?? "notModelled";
}

/** Networks and sites with other addresses at some link than they have themselves. */
function translatedNetworks({ topology: { links, nodes } }: Prediction): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (const { ends } of links.values())
    for (const { node, translations } of ends)
      if (translations && translations.length > 0) found.add(nodes.get(node)?.within ?? node);
  return found;
}

function wholeParts(from: Node, to: Node) {
  return from.prefixes.flatMap((a) =>
    to.prefixes.filter((b) => b.family === a.family).map((b) => ({ from: [a], to: [b] })),
  );
}

/** Behind those that Azure keeps for itself in each subnet. */
const FIRST_HOST = 4;

function hostIn([prefix]: readonly Prefix[], skip: number): Address | undefined {
  if (!prefix) return undefined;
  const count = addressCount(prefix);
  return count > FIRST_HOST + skip ? addressAt(prefix, FIRST_HOST + skip) : firstAddress(prefix);
}
