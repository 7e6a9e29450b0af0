import type { PairOutcome, Reach } from "../model/reach.ts";
import { everythingUp, type Situation } from "../model/situation.ts";
import type { ElementId, NodeId, Topology } from "../model/topology.ts";
import type { Outcome } from "../model/trace.ts";
import {
  createRetracer,
  createUp,
  type Heard,
  type Retracing,
  reach,
  solveAgain,
  solveSessions,
  type Up,
} from "../routing/index.ts";
import type { Island } from "./islands.ts";
import { livingParts } from "./living-parts.ts";
import { classesOf, createShort, shortened, sortsOf } from "./sorts.ts";
import { createSteadiness } from "./steadiness.ts";
import type { WaySummary } from "./survival.ts";
import { createPartTraces, createTraces, type Traced } from "./traces.ts";
import { createWayKinds } from "./way-kinds.ts";

/** What becomes of the pairs of one island that get through with everything up. */
export interface IslandFailures {
  /** What each endpoint stands in. */
  readonly homes: readonly NodeId[];
  /** Ordered pairs of different endpoints that get through, as parts whose members nothing tells apart. */
  readonly through: (wanted: WantedPair) => Iterable<PartPair>;
  /** `undefined` where nothing of the island is down. */
  readonly fail: (down: ReadonlySet<ElementId>, wanted: WantedPair) => readonly PairChange[] | undefined;
}

/** Whether pairs between two networks are asked for: of networks that nothing tells apart few are. */
export type WantedPair = (from: NodeId, to: NodeId) => boolean;

export interface Part {
  readonly home: NodeId;
  readonly members: readonly NodeId[];
}

export interface PartPair {
  readonly from: Part;
  readonly to: Part;
}

export type PairChange = PartPair &
  (
    | { readonly what: "lost"; readonly outcome: Outcome; readonly endDown: boolean }
    | { readonly what: "kept"; readonly before: WaySummary; readonly after: WaySummary }
  );

/** `at`: how many things fail at once. */
export function createIslandFailures({ topology, mentions }: Island, at: 1 | 2): IslandFailures {
  const solved = solveSessions(topology, everythingUp);
  const before = reach(topology, solved, everythingUp);
  const up = createUp(topology, everythingUp);
  // Ways around one failure are hardly those around another: only the ways with everything up come again.
  const retracer = createRetracer(topology, undefined, at === 1 ? 1 : undefined);
  const healthy = retracer.tracerIn(solved, everythingUp);
  const short = createShort();
  const wayKindOf = shortened(createWayKinds(topology), short);
  const homeOf = (id: NodeId) => topology.nodes.get(id)?.within ?? id;
  const sortBefore = shortened(sortsOf(before, topology), short);
  const parts = partsOf(before, (id) => `${sortBefore(id)} ${homeOf(id)}`, homeOf);

  const outcomes = new Map<string, PairOutcome | undefined>();
  function pairBefore(from: NodeId, to: NodeId): PairOutcome | undefined {
    const key = `${sortBefore(from)} > ${sortBefore(to)}`;
    if (!outcomes.has(key)) outcomes.set(key, before.outcome(from, to));
    return outcomes.get(key);
  }
  const tracedBefore = createTraces({ outcome: pairBefore, flow: before.flow }, healthy);
  const heardOfParts = createPartTraces({ outcome: pairBefore, flow: before.flow }, healthy);
  const sortOf = (id: NodeId) => wayKindOf(id) ?? sortBefore(id);

  const known = parts.map((): (ThroughPair | null)[] => []);
  /** `null` where they do not get through. */
  function pairOf(row: number, column: number): ThroughPair | null {
    const list = known[row];
    const before = list?.[column];
    if (before !== undefined) return before;

    const found = findPair(parts[row], parts[column]);
    if (list) list[column] = found;
    return found;
  }

  function findPair(from: Part | undefined, to: Part | undefined): ThroughPair | null {
    if (!from || !to || !hasPairs(from, to)) return null;
    const [a, b] = ends({ from, to });
    const outcome = pairBefore(a, b);
    if (!outcome || !getsThrough(outcome.outcome)) return null;
    const key = `${sortOf(a)} > ${sortOf(b)}`;
    const traced = tracedBefore(key, a, b);
    let heard: readonly Heard[] | undefined;
    return {
      from,
      to,
      outcome,
      key,
      traced,
      get heard() {
        heard ??= outcome.parts.length === 1 ? (traced ? [traced.heard] : []) : heardOfParts(a, b);
        return heard;
      },
    };
  }

  return {
    homes: before.endpoints.map(({ id }) => homeOf(id)),
    through: throughPairs,
    fail(down, wanted) {
      if (![...down].some((id) => mentions.has(id))) return undefined;

      const situation: Situation = { down };
      const again = solveAgain(topology, solved, situation);
      const tracer = retracer.tracerIn(again, situation);
      const lost = newlyDown(topology, situation, up);
      const isSteady = createSteadiness(
        topology,
        { solved, situation: everythingUp },
        { solved: again, situation },
        tracer,
      );
      const broken = new Set([...lost.nodes].map(homeOf));
      // Of several addresses inside of an end some may be down with what holds them, and no packet of the others asks.
      const mayLosePart = ({ from, to, outcome }: ThroughPair) =>
        outcome.parts.length > 1 && (broken.has(from.home) || broken.has(to.home));
      const touched = [...throughPairs(wanted)].filter(
        (pair) => goesOver(pair.traced, lost) || mayLosePart(pair) || !isSteady(pair.heard, ...ends(pair)),
      );
      if (touched.length === 0) return [];

      const after = reach(topology, again, situation);
      return [...changes(touched, after, tracer, lost)];
    },
  };

  function* throughPairs(wanted: WantedPair): Generator<ThroughPair> {
    for (const [row, from] of parts.entries())
      for (const [column, to] of parts.entries()) {
        const pair = wanted(from.home, to.home) && pairOf(row, column);
        if (pair) yield pair;
      }
  }

  function* changes(
    touched: readonly ThroughPair[],
    after: Reach,
    tracer: Retracing,
    lost: NewlyDown,
  ): Generator<PairChange> {
    const afterClass = classesOf(after);
    const found = new Map<string, PairOutcome | undefined>();
    const outcomeAfter = (from: NodeId, to: NodeId) => {
      const key = `${afterClass.get(from)} ${afterClass.get(to)}`;
      if (!found.has(key)) {
        const pair = after.outcome(from, to);
        found.set(key, pair && livingParts(pair, from, to, topology, lost.nodes));
      }
      return found.get(key);
    };
    const tracedAfter = createTraces({ outcome: outcomeAfter, flow: after.flow }, tracer);
    const sortAfter = (id: NodeId) => wayKindOf(id) ?? afterClass.get(id);
    for (const [{ outcome: was, key, traced }, pair] of splitPairs(touched, afterClass)) {
      const [from, to] = ends(pair);
      const outcome = outcomeAfter(from, to)?.outcome ?? "notModelled";
      if (isWorse(was.outcome, outcome)) {
        yield { ...pair, what: "lost", outcome, endDown: lost.nodes.has(from) || lost.nodes.has(to) };
        continue;
      }
      if (!traced || !goesOver(traced, lost)) continue;
      const now = tracedAfter(`${key} ${sortAfter(from)} ${sortAfter(to)}`, from, to);
      if (now) yield { ...pair, what: "kept", before: traced.summary, after: now.summary };
    }
  }
}

/** What becomes of it with everything up. */
interface ThroughPair extends PartPair {
  readonly outcome: PairOutcome;
  /** Equal for pairs whose packets go the same ways. */
  readonly key: string;
  readonly traced: Traced | undefined;
  /** What packets of each of its parts ask about on their ways; none where that is not known. */
  readonly heard: readonly Heard[];
}

interface NewlyDown {
  readonly nodes: ReadonlySet<NodeId>;
  /** By their names, as ways have them. */
  readonly links: ReadonlySet<string>;
}

function newlyDown(topology: Topology, situation: Situation, up: Up): NewlyDown {
  const now = createUp(topology, situation);
  const isLost = ({ id }: { readonly id: string }) => up.isUp(id) && !now.isUp(id);
  return {
    nodes: new Set([...topology.nodes.values()].filter(isLost).map(({ id }) => id)),
    links: new Set([...topology.links.values()].filter(isLost).map(({ name }) => name)),
  };
}

function goesOver(traced: Traced | undefined, { nodes, links }: NewlyDown): boolean {
  if (!traced) return false;
  const { passed } = traced;
  return meets(passed.nodes, nodes) || meets(passed.links, links);
}

export function getsThrough(outcome: Outcome): boolean {
  return outcome === "delivered" || outcome === "partlyDenied";
}

/** Of a pair that got through: it no longer does, or not with all that did. */
export function isWorse(before: Outcome, after: Outcome): boolean {
  return !getsThrough(after) || (before === "delivered" && after === "partlyDenied");
}

function partsOf(
  { endpoints }: Reach,
  keyOf: (id: NodeId) => string,
  homeOf: (id: NodeId) => NodeId,
): readonly Part[] {
  const parts = new Map<string, { readonly home: NodeId; readonly members: NodeId[] }>();
  for (const { id } of endpoints) {
    const part = parts.get(keyOf(id));
    if (part) part.members.push(id);
    else parts.set(keyOf(id), { home: homeOf(id), members: [id] });
  }
  return [...parts.values()];
}

/** Parts whose members are of one class also while something is down. */
function* splitPairs<T extends PartPair>(
  pairs: readonly T[],
  classOf: ReadonlyMap<NodeId, number>,
): Generator<readonly [whole: T, pair: PartPair]> {
  const split = new Map<Part, readonly Part[]>();
  const piecesOf = (part: Part): readonly Part[] => {
    const known = split.get(part) ?? splitPart(part, classOf);
    split.set(part, known);
    return known;
  };
  for (const pair of pairs)
    for (const from of piecesOf(pair.from))
      for (const to of piecesOf(pair.to)) if (hasPairs(from, to)) yield [pair, { from, to }];
}

function splitPart({ home, members }: Part, classOf: ReadonlyMap<NodeId, number>): readonly Part[] {
  const pieces = new Map<number | undefined, NodeId[]>();
  for (const id of members) {
    const piece = pieces.get(classOf.get(id));
    if (piece) piece.push(id);
    else pieces.set(classOf.get(id), [id]);
  }
  return [...pieces.values()].map((own) => ({ home, members: own }));
}

/** One endpoint and another. */
function ends({ from, to }: PartPair): readonly [NodeId, NodeId] {
  return [from.members[0] ?? "", to.members[from === to ? 1 : 0] ?? ""];
}

function hasPairs(from: Part, to: Part): boolean {
  return from !== to || from.members.length > 1;
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}
