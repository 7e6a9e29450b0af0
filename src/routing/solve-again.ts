import { comparePrefixes } from "../ip/index.ts";
import { everythingUp, type Situation } from "../model/situation.ts";
import type { Topology } from "../model/topology.ts";
import { nextHopKey } from "./bgp/next-hop-key.ts";
import { solveSessions } from "./solve-sessions.ts";
import type { LearnedRow, Solved } from "./solved.ts";
import { createUp } from "./up.ts";

/**
 * What routers know in a situation, from what they know with everything up: worked out again only where one of them, a
 * session or what one of them says is concerned, and the very same otherwise.
 */
export function solveAgain(topology: Topology, healthy: Solved, situation: Situation): Solved {
  const [was, is] = [createUp(topology, everythingUp), createUp(topology, situation)];
  const anew = () => withKnownLayers(solveSessions(topology, situation), healthy);
  const differs = (id: string) => was.isUp(id) !== is.isUp(id);
  for (const id of topology.sessions.keys()) if (differs(id)) return anew();
  for (const { id, speaker } of topology.nodes.values()) {
    if (!speaker) continue;
    const isTouched = speaker.originates.some(({ needs }) => was.meets(needs) !== is.meets(needs));
    if (isTouched || differs(id)) return anew();
  }
  return healthy;
}

/** With the very rows from before where all of a layer say the same: what was made of these holds on. */
function withKnownLayers(solved: Solved, { layers }: Solved): Solved {
  const kept = Array.from(solved.layers, ([id, rows]) => {
    const before = layers.get(id);
    return [id, before && isSameRows(before, rows) ? before : rows] as const;
  });
  return { ...solved, layers: new Map(kept) };
}

function isSameRows(before: readonly LearnedRow[], after: readonly LearnedRow[]): boolean {
  return before.length === after.length && before.every((row, index) => isSameRow(row, after[index]));
}

function isSameRow(a: LearnedRow, b: LearnedRow | undefined): boolean {
  return (
    b !== undefined &&
    comparePrefixes(a.prefix, b.prefix) === 0 &&
    (a.nextHop === b.nextHop || nextHopKey(a.nextHop) === nextHopKey(b.nextHop)) &&
    a.nextHopType === b.nextHopType &&
    a.by === b.by &&
    a.weight === b.weight &&
    a.origin === b.origin &&
    a.undecided === b.undecided &&
    isSameList(a.nextHopIpAddresses, b.nextHopIpAddresses) &&
    isSameList(a.asPath, b.asPath)
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
