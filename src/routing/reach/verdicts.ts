import type { FilterId, Node } from "../../model/topology.ts";
import { type FlowPart, formatParts } from "../flow-parts.ts";
import { journeyAt } from "../trace/begin.ts";
import { isEnd } from "../trace/gaps.ts";
import { passFilters } from "../trace/pass-filters.ts";
import { isRoutedBy, type World } from "../trace/world.ts";
import { filterPrefixes, privatePrefixes } from "./cuts.ts";
import { createInterner } from "./interner.ts";
import { codeOf, type OutcomeCode } from "./outcome-codes.ts";
import { createPairNumbering } from "./pair-memory.ts";
import type { Regions } from "./regions.ts";
import { type Runs, sweep, valueAt } from "./runs.ts";
import type { TableRuns, TableRunsOf } from "./table-runs.ts";

type Direction = "inbound" | "outbound";

/** What a node's filters let through, each question once: rules look at addresses by few of their properties. */
export interface Verdicts {
  parts(parts: readonly FlowPart[]): number;
  partsAt(id: number): readonly FlowPart[];
  /** What passes of these parts; or an outcome, as a number below 0. */
  judge(node: Node, direction: Direction, from: number, to: number, parts: number): number;
  /** The same question for many sources and one destination; `undefined` where the node has no filters. */
  judgeInto(node: Node, direction: Direction, to: number): Judge | undefined;
  /** Runs of regions that the rules of the node do not tell apart but by where its table leads. */
  runsOf(node: Node, direction: Direction): Runs;
}

/** The decision is the one of the node's table about the source. */
export type Judge = (from: number, decision: number, parts: number) => number;

export function isRefused(verdict: number): boolean {
  return verdict < 0;
}

export function codeOfRefusal(verdict: number): OutcomeCode {
  return -verdict;
}

/** Filters that stand one behind the other, and what their rules can tell of an address. */
interface Chain {
  readonly runs: Runs;
  /** The region that was asked about last, and its value. */
  lastRegion: number;
  lastValue: number;
  /** By what they can tell of the source, then of the destination and the parts. */
  readonly known: Map<number, number>[];
}

/** A chain at a node, whose table says what counts as the network's own. */
interface Gate {
  readonly chain: Chain;
  readonly tableRuns: TableRuns | undefined;
  readonly routed: boolean[];
}

const noFilters: readonly FilterId[] = [];

/** More lists of parts than the rules of an estate can make of one flow; numbers stay small, which is quick. */
const mostParts = 2 ** 12;

export function createVerdicts(world: World, regions: Regions, tableRunsOf: TableRunsOf): Verdicts {
  const parts = createInterner<readonly FlowPart[]>();
  const chains = new Map<string, Chain>();
  const ofList = new Map<readonly FilterId[], Chain>();
  const gates = { inbound: new Map<Node, Gate>(), outbound: new Map<Node, Gate>() };
  const estate = [...world.topology.nodes.values()]
    .filter(({ id, within }) => within === undefined || within === id)
    .flatMap(({ prefixes }) => prefixes);

  /** Nodes share their lists: each is read once. */
  function chainOf(ids: readonly FilterId[]): Chain {
    const chain = ofList.get(ids) ?? chainBy(ids);
    ofList.set(ids, chain);
    return chain;
  }

  function chainBy(ids: readonly FilterId[]): Chain {
    const key = ids.join(" ");
    const chain = chains.get(key) ?? { runs: cut(ids), lastRegion: -1, lastValue: 0, known: [] };
    chains.set(key, chain);
    return chain;
  }

  /** Where a rule names ranges that nobody knows, it matters also whether an address is of the estate. */
  function cut(ids: readonly FilterId[]): Runs {
    const filters = ids.flatMap((id) => world.topology.filters.get(id) ?? []);
    const rules = filters.flatMap((filter) => filter.rules);
    const asksForUnknown = rules.some(
      ({ sources, destinations }) => sources.unknown.length > 0 || destinations.unknown.length > 0,
    );
    const asked = [...filters.flatMap(filterPrefixes), ...privatePrefixes, ...(asksForUnknown ? estate : [])];
    const starts = new Set(asked.map((prefix) => regions.numberOf(prefix)));
    const ranges = [...starts].map((start) => ({ start, end: regions.ends[start] ?? 0, label: start }));
    return sweep(ranges, createPairNumbering());
  }

  function gateOf(node: Node, direction: Direction): Gate {
    const known = gates[direction].get(node);
    if (known) return known;

    const table = world.topology.tables.get(node.table ?? "");
    const tableRuns = table && tableRunsOf(table);
    const gate = { chain: chainOf(node[direction] ?? noFilters), tableRuns, routed: [] };
    gates[direction].set(node, gate);
    return gate;
  }

  /** What rules can tell of an address, in one number. */
  function judgeable(gate: Gate, node: Node, region: number): number {
    return judgeableBy(gate, node, region, gate.tableRuns ? valueAt(gate.tableRuns.runs, region) : 0);
  }

  function judgeableBy(
    { chain, tableRuns, routed }: Gate,
    node: Node,
    region: number,
    decision: number,
  ): number {
    if (chain.lastRegion !== region) {
      chain.lastValue = valueAt(chain.runs, region);
      chain.lastRegion = region;
    }
    if (!tableRuns) return chain.lastValue * 2;

    const isRouted = routed[decision] ?? isRoutedBy(tableRuns.decisions[decision]?.found, node, world);
    routed[decision] = isRouted;
    return chain.lastValue * 2 + Number(isRouted);
  }

  function judge(node: Node, direction: Direction, from: number, to: number, of: number): number {
    if ((node[direction] ?? []).length === 0) return of;

    const gate = gateOf(node, direction);
    const known = knownFrom(gate, judgeable(gate, node, from));
    const key = judgeable(gate, node, to) * mostParts + of;
    const verdict = known.get(key) ?? ask(node, direction, from, to, of);
    known.set(key, verdict);
    return verdict;
  }

  function knownFrom({ chain }: Gate, source: number): Map<number, number> {
    const known = chain.known[source] ?? new Map<number, number>();
    chain.known[source] = known;
    return known;
  }

  function judgeInto(node: Node, direction: Direction, to: number): Judge | undefined {
    if ((node[direction] ?? []).length === 0) return undefined;

    const gate = gateOf(node, direction);
    const destination = judgeable(gate, node, to) * mostParts;
    let last = { source: -1, parts: -1, verdict: 0 };
    return (from, decision, of) => {
      const source = judgeableBy(gate, node, from, decision);
      if (last.source === source && last.parts === of) return last.verdict;

      const known = knownFrom(gate, source);
      const verdict = known.get(destination + of) ?? ask(node, direction, from, to, of);
      known.set(destination + of, verdict);
      last = { source, parts: of, verdict };
      return verdict;
    };
  }

  function ask(node: Node, direction: Direction, from: number, to: number, of: number): number {
    const [source, destination] = [regions.addressIn(from), regions.addressIn(to)];
    if (!source || !destination) return of;

    const passed = passFilters(journeyAt(node, { source, destination }, parts.at(of)), direction, {
      world,
      to: { internet: destination },
    });
    return isEnd(passed) ? -codeOf(passed.outcome) : number(passed.parts);
  }

  function number(of: readonly FlowPart[]): number {
    return parts.intern(formatParts(of), () => of);
  }

  return {
    parts: number,
    partsAt: parts.at,
    judge,
    judgeInto,
    runsOf: (node, direction) => chainOf(node[direction] ?? noFilters).runs,
  };
}
