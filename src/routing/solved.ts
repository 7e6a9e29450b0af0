import type { Prefix } from "../ip/index.ts";
import type { Gap, LayerId, NextHop, NodeId, Row, SessionId } from "../model/topology.ts";

/** What the speakers of a topology know in one situation, and what they put into tables. */
export interface Solved {
  /** Of every speaker that is up. */
  readonly ribs: ReadonlyMap<NodeId, Rib>;
  /** Of every session of the topology, those that are down included. */
  readonly sessions: ReadonlyMap<SessionId, SessionState>;
  /** Beside the rows that a layer has anyway. */
  readonly layers: ReadonlyMap<LayerId, readonly LearnedRow[]>;
  readonly gaps: readonly Gap[];
}

export interface Rib {
  /** By the prefix as text; everything that was taken, the best first. */
  readonly routes: ReadonlyMap<string, readonly BgpRoute[]>;
}

export interface BgpRoute {
  readonly prefix: Prefix;
  /** The nearest first; empty for what the speaker says of itself. */
  readonly asPath: readonly number[];
  readonly weight: number;
  readonly localPreference: number;
  readonly tag: string;
  /** `Network`: its own; else by the kind of session that it came over. */
  readonly origin: "Network" | "EBgp" | "IBgp";
  readonly session?: SessionId;
  readonly neighbor?: NodeId;
  readonly nextHopAddress?: string;
  /** Where the speaker's packets go that follow it. */
  readonly via: NextHop;
  /** In use: several of one prefix are where the speaker uses equal ways side by side. */
  readonly best: boolean;
  /** What an interface is shown as next hop of it. */
  readonly shownAs?: string;
}

export interface SessionState {
  /** `Idle`: it took itself down. `Connecting`: something is down, and the ends go on trying, as Azure's gateways do. */
  readonly state: "Connected" | "Connecting" | "Idle";
  /** Why it is not connected. */
  readonly because?: string;
}

/** A row that a speaker programmed. */
export type LearnedRow = Row & {
  readonly by: NodeId;
  readonly asPath: readonly number[];
  readonly weight: number;
  /** Why nobody can say whether it is this row, another one or none. */
  readonly undecided?: string;
};

/** Written or programmed. */
export type AnyRow = Row & Pick<Partial<LearnedRow>, "undecided">;
