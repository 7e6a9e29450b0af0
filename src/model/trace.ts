import type { Address } from "../ip/index.ts";
import type { Origin } from "../source/origin.ts";
import type { Medium, NodeId } from "./topology.ts";

/** `*`: whatever the protocol; rules that split it make the answer `partlyDenied`. */
export interface Flow {
  readonly protocol: "tcp" | "udp" | "icmp" | "*";
  /** Of the destination; absent: any. */
  readonly port?: number;
}

/** Where a flow begins or ends: a node and the address it uses there, or an address out on the internet. */
export type TraceEnd = { readonly node: NodeId; readonly address: Address } | { readonly internet: Address };

export const OUTCOMES = [
  "delivered",
  "partlyDenied",
  "deniedInbound",
  "deniedOutbound",
  "noRoute",
  "dropped",
  "loop",
  "returnPathMissing",
  "asymmetric",
  "overlap",
  "leavesEstate",
  "notModelled",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What happens to a flow there and back. */
export interface Trace {
  readonly from: TraceEnd;
  readonly to: TraceEnd;
  readonly flow: Flow;
  /** The worst of all equal ways, back included. */
  readonly outcome: Outcome;
  /** One sentence. */
  readonly because: string;
  readonly there: readonly Way[];
  /** Of flows that arrive; empty where none does, and on the internet. */
  readonly back: readonly Way[];
  /** What was taken for granted, each once. */
  readonly assumed: readonly string[];
  /** More equal ways than were followed. */
  readonly truncated: boolean;
}

/** One of the equal ways of a packet. */
export interface Way {
  readonly hops: readonly Hop[];
  readonly outcome: Outcome;
  readonly because: string;
  /** Of every segment, the least; absent where a segment does not say. */
  readonly bandwidthMbps?: number;
  /** Summed; absent where a segment is not known. */
  readonly roundTripMs?: number;
  /** For what passes and does not where `partlyDenied`: rules' names, and the part of the flow. */
  readonly denied?: readonly { readonly rule: string; readonly flow: string }[];
}

/** One place on the way, and why the packet went on as it did. */
export interface Hop {
  readonly node: NodeId;
  readonly name: string;
  /** Of the packet when it leaves, for translations change it. */
  readonly source: Address;
  readonly destination: Address;
  readonly decidedBy: readonly Decider[];
  /** How it went on; absent at the end. */
  readonly segment?: Segment;
}

/** The route or rule that decided, as a person would look it up. */
export type Decider =
  | {
      readonly what: "route";
      readonly table: string;
      readonly source: string;
      readonly addressPrefix: string;
      readonly nextHopType: string;
      readonly nextHopIpAddress: readonly string[];
      readonly name?: string;
      readonly origin: Origin;
    }
  | {
      readonly what: "rule";
      readonly filter: string;
      readonly name: string;
      readonly access: "Allow" | "Deny";
      readonly origin: Origin;
    }
  | { readonly what: "setting"; readonly says: string; readonly origin: Origin };

export interface Segment {
  readonly medium: Medium | "network" | "internet" | "service";
  readonly name: string;
  readonly encryptedBy?: string;
  readonly crossesInternet: boolean;
  readonly bandwidthMbps?: number;
  readonly roundTripMs?: number;
}
