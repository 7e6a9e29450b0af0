import type { Address } from "../../ip/index.ts";
import type { Node, NodeId, TableId } from "../../model/topology.ts";
import type { Decider, Hop, Outcome, Segment, Way } from "../../model/trace.ts";
import type { FlowPart } from "../flow-parts.ts";

export interface Packet {
  readonly source: Address;
  readonly destination: Address;
}

/** One address put in place of another, to be undone on the way back by whoever did it. */
export interface Rewrite {
  /** A node, or an end of a link. */
  readonly by: string;
  readonly inside: Address;
  readonly outside: Address;
}

/** Where it was looked up, and under which addresses; before that, the lookups before. */
export interface Seen {
  readonly node: Node;
  readonly table: TableId;
  readonly packet: Packet;
  readonly before: Seen | undefined;
}

/**
 * A packet on its way: where it is, what it has met. A value; every step answers new ones. Each has all of its fields, in
 * one order: there are as many as hops, and so they are copied fast.
 */
export interface Journey {
  readonly packet: Packet;
  /** What of the flow the filters have let through so far. */
  readonly parts: readonly FlowPart[];
  readonly denied: NonNullable<Way["denied"]>;
  readonly node: Node;
  /** Here, so far. */
  readonly decidedBy: readonly Decider[];
  /** Places that it has left. */
  readonly hops: readonly Hop[];
  /** To know a loop by. */
  readonly seen: Seen | undefined;
  readonly assumed: readonly string[];
  /** Those that must see both directions: machines where that is said, else nodes. */
  readonly stateful: readonly string[];
  readonly rewrites: readonly Rewrite[];
  /** Of load balancers, whom they handed the flow to. */
  readonly chosen: ReadonlyMap<NodeId, NodeId>;
  /** What the far end takes for the address of the one that answers: a load balancer's. */
  readonly answersAs: Address | undefined;
  /** How it left the estate, at its end. */
  readonly leavesBy: Segment | undefined;
}

export type Step =
  /** Its node looks it up. */
  | { readonly at: "table"; readonly table: TableId; readonly sendsOn: SendsOn; readonly journey: Journey }
  /** It is to be delivered among the members of a network; `journey` is still at the sender. */
  | { readonly at: "members"; readonly network: Node; readonly over: Segment; readonly journey: Journey }
  /** A node gets it, to deliver it or to send it on; `journey` is still at the sender. */
  | {
      readonly at: "node";
      readonly node: Node;
      readonly over: Segment;
      /** Where it looks it up; its own table where absent. */
      readonly table?: TableId;
      readonly sendsOn: SendsOn;
      readonly journey: Journey;
    }
  | End;

/** `yes`: for somebody else. `unlessOwn`: only where it leads out of its own network again. `no`: it does already. */
export type SendsOn = "yes" | "unlessOwn" | "no";

export interface End {
  readonly at: "end";
  readonly outcome: Outcome;
  readonly because: string;
  readonly journey: Journey;
}

export function endsAt(journey: Journey, outcome: Outcome, because: string): End {
  return { at: "end", outcome, because, journey };
}

export function decidedBy(journey: Journey, ...deciders: readonly Decider[]): Journey {
  return deciders.length === 0
    ? journey
    : went(journey, journey.node, journey.hops, [...journey.decidedBy, ...deciders], journey.seen);
}

export function lookedUp(journey: Journey, seen: Seen, decider: Decider): Journey {
  return went(journey, journey.node, journey.hops, [...journey.decidedBy, decider], seen);
}

/** Closes the hop that it was at, and opens the next. */
export function moveTo(journey: Journey, node: Node, segment: Segment): Journey {
  return went(journey, node, [...journey.hops, hopOf(journey, segment)], [], journey.seen);
}

/** Every step does this several times: written out it is far faster than spread. */
function went(
  { packet, parts, denied, assumed, stateful, rewrites, chosen, answersAs, leavesBy }: Journey,
  node: Node,
  hops: Journey["hops"],
  decidedBy: Journey["decidedBy"],
  seen: Journey["seen"],
): Journey {
  return {
    packet,
    parts,
    node,
    denied,
    decidedBy,
    hops,
    seen,
    assumed,
    stateful,
    rewrites,
    chosen,
    answersAs,
    leavesBy,
  };
}

export function hopOf({ node: { id: node, name }, packet, decidedBy }: Journey, segment?: Segment): Hop {
  const { source, destination } = packet;
  return segment
    ? { node, name, source, destination, decidedBy, segment }
    : { node, name, source, destination, decidedBy };
}
