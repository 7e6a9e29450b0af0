import type { Node } from "../../model/topology.ts";
import { createInterner } from "./interner.ts";
import type { OutcomeCode } from "./outcome-codes.ts";
import { createPairMemory } from "./pair-memory.ts";
import { isNothing, isTooLong, joinPaths, type NumberOf, noPath, type Path, textOfPath } from "./path.ts";

export type WayEnd =
  | { readonly at: "outcome"; readonly code: OutcomeCode }
  /** Delivered among the members of a network, whoever that is. */
  | { readonly at: "members"; readonly network: Node }
  /** At a node that has the address itself. */
  | { readonly at: "node"; readonly node: Node }
  /** Only a trace can tell: what translates or balances was met. */
  | { readonly at: "trace" };

/** All equal ways of one destination from one place. */
export interface Ways {
  readonly count: number;
  /** The worst of those that end before anybody looks at the source; 0 where none does. */
  readonly settled: OutcomeCode;
  readonly open: readonly OpenWay[];
  readonly needsTrace: boolean;
}

export interface OpenWay {
  readonly path: number;
  readonly end: number;
}

/** Open ways that all end in one place, without that place: those to the spokes of a hub differ in nothing else. */
export interface Course {
  readonly count: number;
  readonly settled: OutcomeCode;
  /** Numbers of paths; none where all is settled. */
  readonly paths: readonly number[];
}

/** More than the tracer follows: it answers by those that it meets first. */
const mostWays = 64;

/** Paths, ends and sets of ways by numbers, each once: most networks of an estate share theirs. */
export interface WayBook {
  readonly path: (path: Path) => number;
  /** The number of the path on which nothing is met. */
  readonly nothing: number;
  readonly pathAt: (id: number) => Path;
  readonly endAt: (id: number) => WayEnd;
  readonly waysAt: (id: number) => Ways;
  /** The number of the course that ways take to one end, below 0 where they end in several or only a trace can tell. */
  readonly courseOf: (ways: number) => number;
  readonly courseAt: (id: number) => Course;
  /** Where ways with a course end; `undefined` where none of them is open. */
  readonly endOf: (ways: number) => WayEnd | undefined;
  readonly settled: (code: OutcomeCode) => number;
  readonly ending: (end: WayEnd) => number;
  /** The same, after what was met before. */
  readonly after: (path: number, ways: number) => number;
  readonly both: (a: number, b: number) => number;
}

/** In place of the number of an end, and of a course. */
const none = -1;

/** `numberOf` an id: ids are long, and take part in many keys. */
export function createWayBook(numberOf: NumberOf): WayBook {
  const paths = createInterner<Path>();
  const ends = createInterner<WayEnd>();
  const courses = createInterner<Course>();
  /** By the numbers of ways. */
  const sets: Ways[] = [];
  const courseOf: number[] = [];
  const endOf: number[] = [];
  /** By courses, then by ends. */
  const straight = createPairMemory();
  const branched = new Map<string, number>();
  const remembered = {
    after: createPairMemory(),
    both: createPairMemory(),
    courseAfter: createPairMemory(),
    coursesOfBoth: createPairMemory(),
  };

  const start = paths.intern("", () => noPath);
  const path = (path: Path) =>
    isNothing(path) ? start : paths.intern(textOfPath(path, numberOf), () => path);
  const forTrace = put({ count: 1, settled: 0, open: [], needsTrace: true }, none, none);
  const nothingMet = course(1, 0, [start]);

  const outcomes: number[] = [];
  const endings = { members: new Map<Node, number>(), node: new Map<Node, number>() };

  function put(ways: Ways, course: number, end: number): number {
    courseOf.push(course);
    endOf.push(end);
    return sets.push(ways) - 1;
  }

  function course(count: number, settled: OutcomeCode, paths: readonly number[]): number {
    return courses.intern(`${count} ${settled} ${paths.join(" ")}`, () => ({ count, settled, paths }));
  }

  /** By that course to that end. */
  function leading(course: number, end: number): number {
    return straight(course, end, putLeading);
  }

  function putLeading(course: number, end: number): number {
    const { count, settled, paths } = courses.at(course);
    const open = paths.map((path) => ({ path, end }));
    return put({ count, settled, open, needsTrace: false }, course, end);
  }

  function set({ count, settled, open }: Omit<Ways, "needsTrace">): number {
    const end = open[0]?.end ?? none;
    if (open.every((way) => way.end === end)) {
      const paths = open.map(({ path }) => path);
      return leading(course(count, settled, paths), end);
    }
    const key = `${count} ${settled} ${open.map(({ path, end }) => `${path}-${end}`).join(" ")}`;
    const known = branched.get(key) ?? put({ count, settled, open, needsTrace: false }, none, none);
    branched.set(key, known);
    return known;
  }

  function settled(code: OutcomeCode): number {
    const known = outcomes[code] ?? set({ count: 1, settled: code, open: [] });
    outcomes[code] = known;
    return known;
  }

  function ending(to: WayEnd): number {
    if (to.at === "trace") return forTrace;
    if (to.at === "outcome") return settled(to.code);

    const where = to.at === "members" ? to.network : to.node;
    const known = endings[to.at].get(where) ?? leading(nothingMet, numberOfEnd(to));
    endings[to.at].set(where, known);
    return known;
  }

  function numberOfEnd(end: WayEnd): number {
    return ends.intern(textOfEnd(end, numberOf), () => end);
  }

  function after(first: number, ways: number): number {
    if (first === start) return ways;

    const of = courseOf[ways] ?? none;
    const later = of === none ? none : remembered.courseAfter(first, of, prependToCourse);
    return later === none ? remembered.after(first, ways, prepend) : leading(later, endOf[ways] ?? none);
  }

  /** None where that leads to another end, or too far. */
  function prependToCourse(first: number, of: number): number {
    const before = paths.at(first);
    const { count, settled, paths: open } = courses.at(of);
    if (settled !== 0 && before.checks.length > 0) return none;

    const later = open.map((way) => joinPaths(before, paths.at(way)));
    return later.some(isTooLong) ? none : course(count, settled, later.map(path));
  }

  function prepend(first: number, ways: number): number {
    const { count, settled, open, needsTrace } = waysAt(ways);
    const before = paths.at(first);
    const later = open.map((way) => ({ path: joinPaths(before, paths.at(way.path)), end: way.end }));
    if (needsTrace || later.some((way) => isTooLong(way.path))) return forTrace;

    const isSettled = before.checks.length === 0;
    const stillOpen =
      isSettled || settled === 0 ? [] : [{ path: first, end: numberOfEnd({ at: "outcome", code: settled }) }];
    return set({
      count,
      settled: isSettled ? settled : 0,
      open: [...stillOpen, ...later.map((way) => ({ path: path(way.path), end: way.end }))],
    });
  }

  function both(a: number, b: number): number {
    const [courseA, courseB, end] = [courseOf[a] ?? none, courseOf[b] ?? none, endOf[a] ?? none];
    if (courseA === none || courseB === none || end !== endOf[b]) return remembered.both(a, b, unite);

    const united = remembered.coursesOfBoth(courseA, courseB, uniteCourses);
    return united === none ? forTrace : leading(united, end);
  }

  function uniteCourses(one: number, other: number): number {
    const [a, b] = [courses.at(one), courses.at(other)];
    const count = a.count + b.count;
    return count > mostWays ? none : course(count, Math.max(a.settled, b.settled), [...a.paths, ...b.paths]);
  }

  function unite(one: number, other: number): number {
    const [a, b] = [waysAt(one), waysAt(other)];
    const count = a.count + b.count;
    if (a.needsTrace || b.needsTrace || count > mostWays) return forTrace;
    return set({ count, settled: Math.max(a.settled, b.settled), open: [...a.open, ...b.open] });
  }

  function waysAt(id: number): Ways {
    const ways = sets[id];
    if (!ways) throw new Error(`No ways have the number ${id}.`);
    return ways;
  }

  return {
    path,
    nothing: start,
    pathAt: paths.at,
    endAt: ends.at,
    waysAt,
    courseOf: (ways) => courseOf[ways] ?? none,
    courseAt: courses.at,
    endOf(ways) {
      const end = endOf[ways] ?? none;
      return end === none ? undefined : ends.at(end);
    },
    ending,
    settled,
    after,
    both,
  };
}

function textOfEnd(end: WayEnd, numberOf: NumberOf): string {
  switch (end.at) {
    case "outcome":
      return `outcome ${end.code}`;
    case "members":
      return `members ${numberOf(end.network.id)}`;
    case "node":
      return `node ${numberOf(end.node.id)}`;
    case "trace":
      return "trace";
  }
}
