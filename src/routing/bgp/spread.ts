import type { Exchange } from "./exchange.ts";
import { compareHeard, compareWays, type Heard } from "./heard.ts";
import type { PrefixClass } from "./prefix-classes.ts";
import type { Talker, Talkers } from "./speakers.ts";
import { createWorkList, type WorkList } from "./work-list.ts";

/** Who has the prefixes of a class in the end. */
export interface Spread {
  readonly prefixClass: PrefixClass;
  /** In the order of talkers; those alone that have a route. */
  readonly known: readonly Known[];
  /** Whether it comes to an end: it does not where policies contradict each other. */
  readonly settles: boolean;
  /** Who has them where it comes to another end: that depends on who speaks first. */
  readonly elsewhere: readonly (readonly Known[])[];
}

export interface Known {
  readonly talker: Talker;
  /** All that were taken, the best first. */
  readonly routes: readonly Heard[];
  /** How many of them, from the first, are used side by side. */
  readonly inUse: number;
}

/** What a talker has at the moment: of its own, and by ear. */
interface Memory {
  readonly own: readonly Heard[];
  readonly heard: Map<number, Heard>;
  told: Heard | undefined;
}

/**
 * Orders that are tried where taking turns leads round and round, or may lead to one end of several: real routers do
 * not take turns.
 */
const OTHER_ORDERS = Array.from({ length: 16 }, (_, index) => index + 1);

/** Every talker in turn chooses and tells, until nobody has news. */
export function spread(prefixClass: PrefixClass, talkers: Talkers, exchange: Exchange): Spread {
  const inTurn = spreadIn(createWorkList(), prefixClass, talkers, exchange);
  if (inTurn.settles && !prefersLonger(inTurn)) return inTurn;

  const drawn = OTHER_ORDERS.map((seed) =>
    spreadIn(createWorkList(createDraw(seed)), prefixClass, talkers, exchange),
  );
  const [first = inTurn, ...others] = [inTurn, ...drawn].filter(({ settles }) => settles);
  return { ...first, elsewhere: otherEnds(first, others) };
}

/**
 * Where all take the shortest path there is but one end. Of those who do not, one keeps another from hearing of the
 * shorter way, and it may be either that is first to. In tens of thousands of random networks no other end was found
 * where nobody does.
 */
function prefersLonger({ known }: Spread): boolean {
  return known.some(({ routes: [best, ...others] }) =>
    others.some(({ path }) => best !== undefined && path.asns.length < best.path.asns.length),
  );
}

function otherEnds(first: Spread, others: readonly Spread[]): Spread["elsewhere"] {
  const ends = new Map(others.map(({ known }) => [textOf(known), known]));
  ends.delete(textOf(first.known));
  return [...ends.values()];
}

function textOf(known: readonly Known[]): string {
  const used = known.map(({ talker, routes, inUse }) => [
    talker.index,
    routes.slice(0, inUse).map(({ id }) => id),
  ]);
  return JSON.stringify(used);
}

/** Numbers without a pattern, the same for the same seed (Lehmer's generator). */
function createDraw(seed: number): (count: number) => number {
  let state = seed * 7919;
  return (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return count === 0 ? 0 : state % count;
  };
}

function spreadIn(
  work: WorkList,
  prefixClass: PrefixClass,
  { talkers }: Talkers,
  exchange: Exchange,
): Spread {
  const memories = new Map<number, Memory>();
  for (const [index, own] of ownRoutes(prefixClass, exchange)) {
    memories.set(index, { own, heard: new Map(), told: undefined });
    work.add(index);
  }

  const watch = createWatch(memories, work);
  let settles = true;
  for (let index = work.take(); index !== undefined; index = work.take()) {
    const talker = talkers[index];
    const memory = memories.get(index);
    if (talker !== undefined && memory !== undefined) tellAll(talker, memory);
    if (watch.turnsInCircles(index)) {
      settles = false;
      break;
    }
  }

  function tellAll(talker: Talker, memory: Memory): void {
    const best = bestOf(memory);
    if (best === memory.told) return;

    memory.told = best;
    for (const ear of talker.ears) {
      const heard = best === undefined ? undefined : exchange.pass(ear, best, prefixClass);
      const far = ear.farTalker.index;
      const farMemory = memories.get(far);
      if (farMemory?.heard.get(ear.farIndex) === heard) continue;

      const changed = farMemory ?? { own: [], heard: new Map(), told: undefined };
      if (heard === undefined) changed.heard.delete(ear.farIndex);
      else changed.heard.set(ear.farIndex, heard);
      memories.set(far, changed);
      work.add(far);
    }
  }

  return { prefixClass, known: recall(memories, talkers, settles), settles, elsewhere: [] };
}

function ownRoutes({ prefixes }: PrefixClass, exchange: Exchange): ReadonlyMap<number, readonly Heard[]> {
  const routes = new Map<number, Heard[]>();
  // All prefixes of a class are owned alike: the first stands for all.
  (prefixes[0]?.owned ?? []).forEach((owned, place) => {
    const known = routes.get(owned.talker.index) ?? [];
    known.push(exchange.own(owned, place));
    routes.set(owned.talker.index, known);
  });
  return routes;
}

function bestOf({ own, heard }: Memory): Heard | undefined {
  let best: Heard | undefined;
  for (const route of own) if (best === undefined || compareHeard(route, best) < 0) best = route;
  for (const route of heard.values()) if (best === undefined || compareHeard(route, best) < 0) best = route;
  return best;
}

function recall(
  memories: ReadonlyMap<number, Memory>,
  talkers: readonly Talker[],
  settles: boolean,
): readonly Known[] {
  const known: Known[] = [];
  for (const [index, memory] of Array.from(memories).sort(([a], [b]) => a - b)) {
    const talker = talkers[index];
    const routes = [...memory.own, ...memory.heard.values()].sort(compareHeard);
    if (talker === undefined || routes.length === 0) continue;

    known.push({ talker, routes, inUse: settles ? countInUse(talker, routes) : 0 });
  }
  return known;
}

function countInUse({ speaker }: Talker, routes: readonly Heard[]): number {
  const [best] = routes;
  if (best === undefined || !speaker.multipath) return Math.min(1, routes.length);

  return routes.filter((route) => compareWays(route, best) === 0).length;
}

interface Watch {
  /** Asked after every turn, with whose it was. */
  turnsInCircles(last: number): boolean;
}

/** A way that grows for ever repeats no state: so long no estate takes to settle. */
const ROUNDS_TO_SPARE = 200;

/**
 * Once there were more rounds than talkers, one state is kept and compared with those that follow; at every power of
 * two a newer one is (Brent's way to find a cycle with little memory).
 */
function createWatch(memories: ReadonlyMap<number, Memory>, work: WorkList): Watch {
  let seenRounds = 0;
  let kept: string | undefined;

  return {
    turnsInCircles(last) {
      const { rounds } = work;
      if (rounds === seenRounds || rounds <= memories.size || work.items.length === 0) return false;

      seenRounds = rounds;
      if (rounds > 2 * memories.size + ROUNDS_TO_SPARE) return true;

      const state = `${last}|${describeState(memories, work)}`;
      if (state === kept) return true;
      if (kept === undefined || (rounds & (rounds - 1)) === 0) kept = state;
      return false;
    },
  };
}

function describeState(memories: ReadonlyMap<number, Memory>, work: WorkList): string {
  const states = Array.from(memories).map(([index, { heard, told }]) => {
    const routes = Array.from(heard, ([ear, { id }]) => `${ear}=${id}`).sort();
    return `${index}:${told?.id ?? ""}:${routes.join(",")}`;
  });
  return `${states.join(";")}|${work.items.join(",")}`;
}
