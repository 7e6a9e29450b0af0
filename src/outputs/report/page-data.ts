/**
 * What the script of the page knows, as JSON inside the report. Everything is told once and then meant by its number:
 * texts, segments, hops, ways, traces.
 */
export interface PageData {
  readonly texts: readonly string[];
  /** Outcomes, the first being `delivered`: a symbol, a class of the style sheet, and words. */
  readonly outcomes: readonly PageOutcome[];
  readonly places: readonly PagePlace[];
  /** How many groups of places that fare alike there are. */
  readonly groups: number;
  readonly lines: readonly PageLine[];
  readonly segments: readonly PageSegment[];
  readonly hops: readonly PageHop[];
  readonly ways: readonly PageWay[];
  readonly traces: readonly PageTrace[];
  /** With everything up. */
  readonly answers: readonly PageAnswer[];
  readonly situations: readonly PageSituation[];
}

export interface PageElement {
  readonly kind: string;
  readonly name: string;
}

export interface PageOutcome {
  readonly symbol: string;
  readonly tone: "good" | "part" | "none" | "bad";
  readonly words: string;
}

/** An end that can be chosen: one endpoint, or `count` that fare alike. */
export interface PagePlace {
  readonly name: string;
  readonly count: number;
  /** On the map; -1: it is not there. */
  readonly card: number;
  /** Places of one network reach each other inside it. */
  readonly network: number;
  readonly group: number;
}

export interface PageLine {
  readonly cards: readonly [number, number];
  /** Lines of one look are alike for places that are. */
  readonly look: number;
}

export interface PageSegment {
  /** Text numbers. */
  readonly medium: number;
  readonly encrypted?: number;
  readonly bandwidth?: number;
  readonly latency?: number;
  readonly internet?: 1;
  /** It stays inside a network. */
  readonly inside?: 1;
  readonly lines?: readonly number[];
}

export interface PageHop {
  /** Text numbers. */
  readonly name: number;
  readonly because?: readonly number[];
  readonly segment?: number;
  readonly card?: number;
}

export interface PageWay {
  readonly outcome: number;
  readonly because: number;
  readonly hops: readonly number[];
}

export interface PageTrace {
  readonly outcome: number;
  readonly because: number;
  /** The places that it was traced between; others of their groups fare the same. */
  readonly ends: readonly [number, number];
  /** Labels and sentences, of what arrives. */
  readonly facts?: readonly (readonly [number, number])[];
  readonly there: readonly number[];
  readonly back: readonly number[];
  /** How many equal ways were left out, there and back. */
  readonly more?: readonly [number, number];
}

/** From a group to a group, in one network (1) or not (0), and the trace. */
export type PageAnswer = readonly [from: number, to: number, together: 0 | 1, trace: number];

/** One element down, or any other that takes the same with it: what is different then. */
export interface PageSituation {
  readonly elements: readonly PageElement[];
  /** Places that fare otherwise than their group; their group is then `groups` more than it was. */
  readonly apart: readonly number[];
  readonly answers: readonly PageAnswer[];
  /** Lines of the map of which nothing works, and those of which something does not. */
  readonly downLines: readonly number[];
  readonly partialLines: readonly number[];
  /** Cards in which something is down. */
  readonly cards: readonly number[];
}
