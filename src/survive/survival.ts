import type { ElementId, NodeId } from "../model/topology.ts";
import type { Outcome } from "../model/trace.ts";

/** What an estate loses with each thing that may fail. */
export interface Survival {
  readonly endpoints: number;
  /** Ordered pairs of different endpoints that get through with everything up. */
  readonly pairs: number;
  /** Networks without a subnet that has room for hosts: nobody begins or ends there, so nothing of them is counted. */
  readonly emptyNetworks: readonly NodeId[];
  /** How many things fail at once. */
  readonly at: 1 | 2;
  /** Worst first. Of two at once only those that do more than each alone. */
  readonly failures: readonly Failure[];
  readonly zones: readonly ZoneAnswer[];
}

export interface Failure {
  readonly elements: readonly FailingElement[];
  /** What nothing tells apart from it: each of these alone does the same to its own network. */
  readonly like: readonly FailingElement[];
  /** Pairs that no longer get through although both ends are up: what makes it a single point of failure. */
  readonly lostPairs: number;
  /** Pairs that lose an end. */
  readonly endedPairs: number;
  readonly lost: readonly LostPairs[];
  /** Pairs whose way went over it and that get through all the same. */
  readonly keptPairs: number;
  readonly kept: readonly KeptPairs[];
}

export type ElementKind =
  | "gatewayInstance"
  | "gateway"
  | "routeServer"
  | "tunnel"
  | "connection"
  | "circuitLink"
  | "circuit"
  | "peeringLocation"
  | "peering"
  | "device"
  | "appliance"
  | "region"
  | "site";

export interface FailingElement {
  readonly id: ElementId;
  readonly kind: ElementKind;
}

/** All pairs of an endpoint of one side and one of the other, in that direction. */
export interface Pairs {
  readonly from: Side;
  readonly to: Side;
  /** `same`: within each network; `other`: between different networks of one side; `all`: each with each. */
  readonly relation: "same" | "other" | "all";
  /** How many they are. */
  readonly pairs: number;
}

/** Endpoints of one network, and of all that nothing tells apart from it. */
export interface Side {
  /** What the endpoints stand in; a site or users stand in themselves. */
  readonly networks: readonly NodeId[];
  /** Of the first of these. */
  readonly endpoints: readonly NodeId[];
}

export interface LostPairs extends Pairs {
  readonly outcome: Outcome;
  /** One of the ends is itself down. */
  readonly endDown: boolean;
}

export interface KeptPairs extends Pairs {
  readonly before: WaySummary;
  readonly after: WaySummary;
  readonly newlyUnencrypted: boolean;
  readonly newlyOverInternet: boolean;
  readonly slower: boolean;
}

/** The ways there of one pair, together. */
export interface WaySummary {
  /** Names of the links that the ways go over, each once. */
  readonly over: readonly string[];
  /** How many equal ways. */
  readonly ways: number;
  /** The least of all, where each says it. */
  readonly bandwidthMbps?: number;
  /** By what each link between networks is encrypted; empty where one of them is not. */
  readonly encryptedBy: readonly string[];
  readonly crossesInternet: boolean;
}

/** What the estate says of a zone's loss: which gateways stand in several, and which do not say. */
export interface ZoneAnswer {
  readonly gateway: ElementId;
  readonly survives: "yes" | "notModelled";
  readonly because: string;
}
