import type { Link, LinkEnd, Node, NodeId } from "../../model/topology.ts";
import { createInterner } from "./interner.ts";
import type { OutcomeCode } from "./outcome-codes.ts";

/** What a packet meets between the place where it begins and the one where it ends, as far as it decides. */
export interface Path {
  readonly nodes: readonly NodeId[];
  /** Those that must see both directions. */
  readonly stateful: readonly string[];
  /** What looks at the packet's source, in the order met. */
  readonly checks: readonly Check[];
}

export type Check =
  | { readonly what: "link"; readonly link: Link; readonly here: LinkEnd; readonly asOwn: boolean }
  | { readonly what: "filter"; readonly node: Node; readonly direction: "inbound" | "outbound" };

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

/** More than the tracer follows: it answers by those that it meets first. */
const mostWays = 64;
/** The tracer takes what goes on for longer for a loop. */
const mostNodes = 60;

/** Paths, ends and sets of ways by numbers, each once: most networks of an estate share theirs. */
export interface WayBook {
  readonly path: (path: Path) => number;
  /** The number of the path on which nothing is met. */
  readonly nothing: number;
  readonly pathAt: (id: number) => Path;
  readonly endAt: (id: number) => WayEnd;
  readonly waysAt: (id: number) => Ways;
  readonly settled: (code: OutcomeCode) => number;
  readonly ending: (end: WayEnd) => number;
  /** The same, after what was met before. */
  readonly after: (path: number, ways: number) => number;
  readonly both: (a: number, b: number) => number;
}

export const noPath: Path = { nodes: [], stateful: [], checks: [] };

function isNothing({ nodes, stateful, checks }: Path): boolean {
  return nodes.length === 0 && stateful.length === 0 && checks.length === 0;
}

/** `numberOf` an id: ids are long, and take part in many keys. */
export function createWayBook(numberOf: NumberOf): WayBook {
  const paths = createInterner<Path>();
  const ends = createInterner<WayEnd>();
  const sets = createInterner<Ways>();
  const after: Map<number, number>[] = [];
  const both: Map<number, number>[] = [];

  const start = paths.intern("", () => noPath);
  const path = (path: Path) =>
    isNothing(path) ? start : paths.intern(textOfPath(path, numberOf), () => path);
  const end = (end: WayEnd) => ends.intern(textOfEnd(end, numberOf), () => end);
  const set = (ways: Ways) => sets.intern(textOfWays(ways), () => ways);
  const forTrace = set({ count: 1, settled: 0, open: [], needsTrace: true });

  const outcomes: number[] = [];
  const endings = { members: new Map<Node, number>(), node: new Map<Node, number>() };

  function ending(to: WayEnd): number {
    if (to.at === "trace") return forTrace;
    if (to.at === "outcome") {
      const code = outcomes[to.code] ?? set({ count: 1, settled: to.code, open: [], needsTrace: false });
      outcomes[to.code] = code;
      return code;
    }
    const where = to.at === "members" ? to.network : to.node;
    const known = endings[to.at].get(where) ?? openEnding(to);
    endings[to.at].set(where, known);
    return known;
  }

  function openEnding(to: WayEnd): number {
    return set({ count: 1, settled: 0, open: [{ path: start, end: end(to) }], needsTrace: false });
  }

  function prepend(first: number, ways: Ways): number {
    const before = paths.at(first);
    const later = ways.open.map((way) => ({ ...way, path: concat(before, paths.at(way.path)) }));
    if (later.some(({ path }) => path.nodes.length > mostNodes)) return forTrace;

    const isSettled = before.checks.length === 0;
    const settledEnd = end({ at: "outcome", code: ways.settled });
    const stillOpen = isSettled || ways.settled === 0 ? [] : [{ path: first, end: settledEnd }];
    return set({
      ...ways,
      settled: isSettled ? ways.settled : 0,
      open: [...stillOpen, ...later.map((way) => ({ path: path(way.path), end: way.end }))],
    });
  }

  return {
    path,
    nothing: start,
    pathAt: paths.at,
    endAt: ends.at,
    waysAt: sets.at,
    ending,
    settled: (code) => ending({ at: "outcome", code }),
    after: (first, ways) =>
      first === start ? ways : remembered(after, first, ways, () => prepend(first, sets.at(ways))),
    both: (a, b) => remembered(both, a, b, () => unite(sets.at(a), sets.at(b))),
  };

  function unite(a: Ways, b: Ways): number {
    const count = a.count + b.count;
    if (a.needsTrace || b.needsTrace || count > mostWays) return forTrace;
    return set({
      count,
      settled: Math.max(a.settled, b.settled),
      open: [...a.open, ...b.open],
      needsTrace: false,
    });
  }
}

function remembered(known: Map<number, number>[], a: number, b: number, make: () => number): number {
  const row = known[a] ?? new Map<number, number>();
  known[a] = row;
  const found = row.get(b) ?? make();
  row.set(b, found);
  return found;
}

function concat(a: Path, b: Path): Path {
  return {
    nodes: [...a.nodes, ...b.nodes],
    stateful: [...a.stateful, ...b.stateful],
    checks: [...a.checks, ...b.checks],
  };
}

type NumberOf = (id: string) => number;

function textOfPath({ nodes, stateful, checks }: Path, numberOf: NumberOf): string {
  const texts = checks.map((check) => textOfCheck(check, numberOf));
  return [nodes.map(numberOf).join(" "), stateful.map(numberOf).join(" "), texts.join(" ")].join("|");
}

function textOfCheck(check: Check, numberOf: NumberOf): string {
  return check.what === "link"
    ? `${numberOf(check.link.id)} ${check.link.ends.indexOf(check.here)} ${check.asOwn}`
    : `${numberOf(check.node.id)} ${check.direction}`;
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

function textOfWays({ count, settled, open, needsTrace }: Ways): string {
  return `${count} ${settled} ${needsTrace} ${open.map(({ path, end }) => `${path}-${end}`).join(" ")}`;
}
