import type { NextHop } from "../../model/topology.ts";
import type { AsPath } from "./as-paths.ts";
import type { Ear } from "./speakers.ts";

/** A route that a talker has: what decides between it and others, and what it tells of it. One object for all equal. */
export interface Heard {
  readonly id: number;
  readonly path: AsPath;
  readonly tag: string;
  readonly weight: number;
  readonly localPreference: number;
  /** Where it came in; absent for what the talker says of itself. */
  readonly ear: Ear | undefined;
  /** Of one's own: which of the talker's originations of this prefix. */
  readonly own: number;
  readonly hop: Hop | undefined;
}

/** Where packets go that follow a route; handed on as it is by a reflector. */
export interface Hop {
  readonly id: number;
  readonly nextHopAddress: string | undefined;
  readonly via: NextHop;
  readonly shownAs: string | undefined;
}

/** Of routes that nobody gave another: the model's word for `localPreference` where it is absent. */
export const DEFAULT_LOCAL_PREFERENCE = 100;

/**
 * Negative if `a` is preferred: weight, local preference, one's own, the shorter AS path, heard from another number.
 * 0 if they are equal ways.
 */
export function compareWays(a: Heard, b: Heard): number {
  return (
    b.weight - a.weight ||
    b.localPreference - a.localPreference ||
    Number(a.ear !== undefined) - Number(b.ear !== undefined) ||
    a.path.asns.length - b.path.asns.length ||
    Number(a.ear?.isInternal ?? false) - Number(b.ear?.isInternal ?? false)
  );
}

/** The same, and then what is left to tell them apart: the neighbour's router id, the session, the order written. */
export function compareHeard(a: Heard, b: Heard): number {
  return (
    compareWays(a, b) ||
    (a.ear?.farTalker.rank ?? 0) - (b.ear?.farTalker.rank ?? 0) ||
    (a.ear?.index ?? 0) - (b.ear?.index ?? 0) ||
    a.own - b.own
  );
}
