import type { Prefix } from "../ip/index.ts";
import type { NodeId } from "./topology.ts";
import type { Flow, Outcome, Trace } from "./trace.ts";

/**
 * Who reaches whom, for all pairs in one situation. The answer of a pair is the tracer's word for every pair of
 * addresses of the two, and where those differ the worst of them.
 */
export interface Reach {
  readonly flow: Flow;
  /** In the order of their ids. */
  readonly endpoints: readonly Endpoint[];
  /** What nothing tells apart: of one class, every member reaches the same and is reached by the same. */
  readonly classes: readonly EndpointClass[];
  /** `undefined` where one of them is no endpoint. */
  outcome(from: NodeId, to: NodeId): PairOutcome | undefined;
  /** How many ordered pairs have which outcome; an endpoint and itself are a pair: two hosts of it. */
  counts(): ReadonlyMap<Outcome, number>;
  /** Every ordered pair, or those of one outcome, row by row, in the order of `endpoints`. */
  pairs(only?: Outcome): Iterable<ReachPair>;
  /** Of one of the address pairs with the worst outcome: every way there and back. */
  trace(from: NodeId, to: NodeId): Trace | undefined;
}

/** A subnet with room for hosts, a site, or users who dial in. */
export interface Endpoint {
  readonly id: NodeId;
  readonly name: string;
  /** Empty where nobody knows its addresses: then all about it is `notModelled`. */
  readonly prefixes: readonly Prefix[];
}

export interface EndpointClass {
  readonly members: readonly NodeId[];
}

export interface ReachPair {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly outcome: Outcome;
}

export interface PairOutcome {
  /** `noRoute` where the two have no family of addresses in common. */
  readonly outcome: Outcome;
  /** Some addresses of the two fare better than others: see `parts`. */
  readonly mixed: boolean;
  /** One part where all addresses fare alike. */
  readonly parts: readonly PairPart[];
}

export interface PairPart {
  readonly from: readonly Prefix[];
  readonly to: readonly Prefix[];
  readonly outcome: Outcome;
  /** Of `partlyDenied`: what passes there, `tcp 443, udp`; of equal ways, the first of the worst. */
  readonly permitted?: string;
}
