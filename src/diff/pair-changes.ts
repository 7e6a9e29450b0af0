import type { Reach } from "../model/reach.ts";
import { everythingUp } from "../model/situation.ts";
import type { NodeId, Topology } from "../model/topology.ts";
import { createRetracer, reach, solveSessions } from "../routing/index.ts";
import { getsThrough, isWorse, type Part, type PartPair } from "../survive/island-failures.ts";
import { classesOf } from "../survive/sorts.ts";
import type { WaySummary } from "../survive/survival.ts";
import { createTraces, type TraceByKey } from "../survive/traces.ts";
import { createWayKinds, type WayKindOf } from "../survive/way-kinds.ts";

/** One state of the estate, and what its pairs do. */
interface State {
  readonly topology: Topology;
  readonly found: Reach;
  readonly classOf: ReadonlyMap<NodeId, number>;
  readonly traced: TraceByKey;
  readonly wayKindOf: WayKindOf;
}

export type PairChange = PartPair &
  (
    | { readonly what: "gained" | "lost"; readonly endChanges: boolean }
    | { readonly what: "repathed"; readonly before: WaySummary; readonly after: WaySummary }
  );

export interface ComparedPairs {
  /** Pairs that get through, in parts. */
  readonly before: readonly PartPair[];
  readonly after: readonly PartPair[];
  readonly changes: readonly PairChange[];
}

/** Every pair of the two states, but part by part: endpoints that neither tells apart are asked for once. */
export function comparePairs(
  old: Topology,
  now: Topology,
  wanted: (from: NodeId, to: NodeId) => boolean,
): ComparedPairs {
  const states = [stateOf(old), stateOf(now)] as const;
  const [was, is] = states;
  const [before, after]: [PartPair[], PartPair[]] = [[], []];
  const changes: PairChange[] = [];
  const parts = partsOf(was, is);
  for (const from of parts)
    for (const to of parts) {
      if (!wanted(from.home, to.home) || (from === to && from.members.length < 2)) continue;
      const ends = [from.members[0] ?? "", to.members[from === to ? 1 : 0] ?? ""] as const;
      const [one, other] = states.map((state) => state.found.outcome(...ends)?.outcome);
      const pair = { from, to };
      const [wasThrough, isThrough] = [one, other].map(
        (outcome) => outcome !== undefined && getsThrough(outcome),
      );
      if (wasThrough) before.push(pair);
      if (isThrough) after.push(pair);
      const endChanges = one === undefined || other === undefined;
      if (wasThrough && (other === undefined || (one !== undefined && isWorse(one, other))))
        changes.push({ ...pair, what: "lost", endChanges });
      else if (isThrough && (one === undefined || isWorse(other ?? "notModelled", one)))
        changes.push({ ...pair, what: "gained", endChanges });
      else if (wasThrough) changes.push(...repathed(pair, ends, was, is));
    }
  return { before, after, changes };
}

function repathed(
  pair: PartPair,
  ends: readonly [NodeId, NodeId],
  was: State,
  is: State,
): readonly PairChange[] {
  const key = (state: State) => ends.map((end) => state.wayKindOf(end) ?? state.classOf.get(end)).join(" > ");
  const both = `${key(was)} / ${key(is)}`;
  const [before, after] = [was, is].map(({ traced }) => traced(both, ...ends)?.summary);
  if (!before || !after || JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ ...pair, what: "repathed", before, after }];
}

function stateOf(topology: Topology): State {
  const solved = solveSessions(topology, everythingUp);
  const found = reach(topology, solved, everythingUp);
  return {
    topology,
    found,
    classOf: classesOf(found),
    traced: createTraces(found, createRetracer(topology).tracerIn(solved, everythingUp)),
    wayKindOf: createWayKinds(topology),
  };
}

function partsOf(was: State, is: State): readonly Part[] {
  const parts = new Map<string, { readonly home: NodeId; readonly members: NodeId[] }>();
  const endpoints = new Set([...was.found.endpoints, ...is.found.endpoints].map(({ id }) => id));
  for (const id of endpoints) {
    const node = is.topology.nodes.get(id) ?? was.topology.nodes.get(id);
    const home = node?.within ?? id;
    const key = `${was.classOf.get(id) ?? "-"} ${is.classOf.get(id) ?? "-"} ${home}`;
    const part = parts.get(key);
    if (part) part.members.push(id);
    else parts.set(key, { home, members: [id] });
  }
  return [...parts.values()];
}
