import { fewNames } from "../diagnostics/few-names.ts";
import type { Situation } from "../model/situation.ts";
import type { Gap, SessionId, Topology } from "../model/topology.ts";
import { buildRibs } from "./bgp/build-ribs.ts";
import { createExchange } from "./bgp/exchange.ts";
import { classifyPrefixes } from "./bgp/prefix-classes.ts";
import { findTalkers, type Talkers } from "./bgp/speakers.ts";
import { type Spread, spread } from "./bgp/spread.ts";
import { learnedLayers, whyUndecided } from "./learned-layers.ts";
import type { SessionState, Solved } from "./solved.ts";
import { createUp, type Up } from "./up.ts";

/**
 * What every speaker knows in the end, and what it puts into tables. The same topology in any order gives the same:
 * speakers take turns by their ids.
 */
export function solveSessions(topology: Topology, situation: Situation): Solved {
  const overLimit = new Map<SessionId, string>();

  // A session that got too many routes is down, and without it the others are told other things.
  for (;;) {
    const up = createUp(topology, { down: new Set([...situation.down, ...overLimit.keys()]) });
    const talkers = findTalkers(topology, up);
    const exchange = createExchange(talkers);
    const spreads = classifyPrefixes(talkers, up).map((prefixClass) =>
      spread(prefixClass, talkers, exchange),
    );

    const before = overLimit.size;
    for (const [session, because] of findOverLimit(talkers, spreads)) overLimit.set(session, because);
    if (overLimit.size > before) continue;

    const layers = learnedLayers(spreads);
    return {
      ribs: buildRibs(talkers, spreads),
      sessions: describeSessions(topology, talkers, up, overLimit),
      layers,
      gaps: [...findUnreadable(talkers), ...findUnsettled(spreads), ...findUndecided(spreads, layers)],
    };
  }
}

function findOverLimit({ ears }: Talkers, spreads: readonly Spread[]): ReadonlyMap<SessionId, string> {
  // What never settles is there at one moment and not at the next: it is not counted.
  const taken = ears.map(() => 0);
  for (const { prefixClass, known, settles } of spreads)
    for (const { routes } of settles ? known : [])
      for (const { ear } of routes)
        if (ear !== undefined) taken[ear.index] = (taken[ear.index] ?? 0) + prefixClass.prefixes.length;

  const over = new Map<SessionId, string>();
  for (const { index, session, end } of ears) {
    const count = taken[index] ?? 0;
    const { limit } = end.learns;
    if (limit !== undefined && count > limit.routes)
      over.set(
        session.id,
        `it got ${count} routes, and more than ${limit.routes} take it down: ${limit.because}`,
      );
  }
  return over;
}

function describeSessions(
  topology: Topology,
  { ears }: Talkers,
  up: Up,
  overLimit: ReadonlyMap<SessionId, string>,
): ReadonlyMap<SessionId, SessionState> {
  const connected = new Set(ears.map(({ session }) => session.id));
  const states = new Map<SessionId, SessionState>();
  for (const id of topology.sessions.keys()) {
    const exceeds = overLimit.get(id);
    const because = exceeds ?? up.reasonDown(id) ?? "one of its ends is no BGP speaker";
    const state = exceeds === undefined ? "Connecting" : "Idle";
    states.set(id, connected.has(id) ? { state: "Connected" } : { state, because });
  }
  return states;
}

function* findUnreadable({ ears }: Talkers): Generator<Gap> {
  for (const { onlyAsPath, end, session } of ears)
    if (onlyAsPath === "none")
      yield {
        part: "gap",
        kind: "notModelled",
        about: [session.id, end.node],
        because: `${end.node} takes AS paths like "${end.learns.onlyAsPath}", which cannot be read as a pattern; it is taken to learn nothing there.`,
        origin: session.origin,
      };
}

function* findUnsettled(spreads: readonly Spread[]): Generator<Gap> {
  for (const { prefixClass, known, settles } of spreads) {
    const origin = prefixClass.prefixes[0]?.owned[0]?.origination.origin;
    if (settles || origin === undefined) continue;

    yield {
      part: "gap",
      kind: "notModelled",
      about: known.map(({ talker }) => talker.node),
      because: `The routes to ${fewNames(prefixClass.prefixes.map(({ text }) => text))} never settle: each choice of a way makes another speaker choose again.`,
      origin,
    };
  }
}

/** About the layers alone: what else their speakers know is sure. */
function* findUndecided(spreads: readonly Spread[], layers: Solved["layers"]): Generator<Gap> {
  for (const { prefixClass, elsewhere } of spreads) {
    const origin = prefixClass.prefixes[0]?.owned[0]?.origination.origin;
    if (elsewhere.length === 0 || origin === undefined) continue;

    const because = whyUndecided(prefixClass);
    const undecided = Array.from(layers).filter(([, rows]) => rows.some((row) => row.undecided === because));
    yield { part: "gap", kind: "notModelled", about: undecided.map(([layer]) => layer), because, origin };
  }
}
