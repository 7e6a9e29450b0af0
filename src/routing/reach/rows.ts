import type { Flow } from "../../model/trace.ts";
import { partsOf } from "../flow-parts.ts";
import { type AddressClass, classAt } from "./endpoint-classes.ts";
import { codeOf, noPair, type OutcomeCode } from "./outcome-codes.ts";
import type { Question } from "./plain-pairs.ts";
import { type Grounds, type Resolver, untold } from "./resolve.ts";
import { endOfRun, type Runs, runAt, valueAt } from "./runs.ts";
import { isStretch } from "./stretches.ts";
import { codeOfRefusal, isRefused } from "./verdicts.ts";
import type { Walks } from "./walks.ts";

/** What becomes of what the addresses of one class send. */
export interface Rows {
  /** To all classes with addresses of its family, in order: stretches of equal outcomes. */
  visit(from: AddressClass, see: See): void;
  one(from: AddressClass, to: AddressClass): OutcomeCode | undefined;
}

/** Classes from `first` up to, and without, `last`. */
export type See = (first: number, last: number, code: OutcomeCode) => void;

export type AskTracer = (from: AddressClass, to: AddressClass) => OutcomeCode;

export function createRows(
  classes: readonly AddressClass[],
  flow: Flow,
  grounds: Grounds,
  resolver: Resolver,
  askTracer: AskTracer,
): Rows {
  const { world, regions, verdicts, book } = grounds;
  const whole = verdicts.parts(partsOf(flow));
  const firstClass = firstClasses(classes, regions.count);

  /** Between two regions: `see` is told of classes in order. */
  function visitBetween(from: AddressClass, start: number, end: number, see: See, wanted?: number): void {
    const walks = grounds.walksFrom(from);
    if (!world.up.isUp(from.sender.id)) {
      see(firstClass[start] ?? 0, firstClass[end] ?? 0, codeOf("dropped"));
      return;
    }
    resolver.begin(from);
    const send = createSender(from, see, wanted);
    if (walks) visitWalks(walks, start, end, send);
    else
      for (let region = start; region < end; region += 1) {
        const to = classes[firstClass[region] ?? 0];
        if (to?.region === region) send(region, region + 1, -1, to.isPrivate, undefined, 0);
      }
  }

  function visitWalks({ runs, decisions, waysIn }: Walks, start: number, end: number, send: Send): void {
    for (let run = runAt(runs, start); (runs.starts[run] ?? end) < end; run += 1) {
      const from = Math.max(start, runs.starts[run] ?? 0);
      const to = Math.min(end, endOfRun(runs, run, regions.count));
      if ((firstClass[from] ?? 0) >= (firstClass[to] ?? 0)) continue;

      const decision = runs.values[run] ?? 0;
      visitWays(waysIn(run), from, to, decision, decisions[decision]?.isPrivate ?? true, send);
    }
  }

  function visitWays(
    ways: Runs,
    start: number,
    end: number,
    decision: number,
    isPrivate: boolean,
    send: Send,
  ): void {
    const { nexts } = resolver.stretchesOf(ways);
    for (let run = runAt(ways, start); (ways.starts[run] ?? end) < end; run = nexts[run] ?? run + 1) {
      const from = Math.max(start, ways.starts[run] ?? 0);
      const to = Math.min(end, ways.starts[nexts[run] ?? run + 1] ?? end);
      if ((firstClass[from] ?? 0) < (firstClass[to] ?? 0)) send(from, to, decision, isPrivate, ways, run);
    }
  }

  /** By the ways of that run, or of its stretch. */
  type Send = (
    start: number,
    end: number,
    decision: number,
    isPrivate: boolean,
    ways: Runs | undefined,
    run: number,
  ) => void;

  /** Through the sender's own filters, and from there on its ways. A decision leads to all its regions alike. */
  function createSender(from: AddressClass, see: See, wanted: number | undefined): Send {
    const { sender } = from;
    const isLeftOut = grounds.kinds.isLeftOut(sender);
    const filters = verdicts.runsOf(sender, "outbound");
    const filterCount = filters.starts.length;
    const isOpen = (sender.outbound ?? []).length === 0;
    const known: (number | undefined)[] = [];
    // Regions are asked for in order, and so are the runs of the filters.
    let at = 0;

    function judge(decision: number, region: number): number {
      if (isOpen) return whole;
      const key = decision * filterCount + at;
      const verdict =
        (decision < 0 ? undefined : known[key]) ??
        verdicts.judge(sender, "outbound", from.region, region, whole);
      if (decision >= 0) known[key] = verdict;
      return verdict;
    }

    return (start, end, decision, isPrivate, ways, run) => {
      if (endOfRun(filters, at, regions.count) <= start) at = runAt(filters, start);
      for (let next = start; ; at += 1) {
        const to = Math.min(end, endOfRun(filters, at, regions.count));
        const first = firstClass[next] ?? 0;
        const last = firstClass[to] ?? 0;
        if (first < last) pass(first, last, decision, isPrivate, ways, run);
        next = to;
        if (to === end) break;
      }
    };

    function pass(
      first: number,
      last: number,
      decision: number,
      isPrivate: boolean,
      ways: Runs | undefined,
      run: number,
    ): void {
      const verdict = judge(decision, classes[first]?.region ?? 0);
      if (isRefused(verdict)) see(first, last, codeOfRefusal(verdict));
      else if (isLeftOut && !isPrivate) see(first, last, codeOf("notModelled"));
      else if (ways === undefined) see(first, last, codeOf("noRoute"));
      else if (wanted === undefined) goOn(from, first, last, ways, run, verdict, see);
      else if (first <= wanted && wanted < last) goOn(from, wanted, wanted + 1, ways, run, verdict, see);
    }
  }

  function goOn(
    from: AddressClass,
    first: number,
    last: number,
    ways: Runs,
    run: number,
    parts: number,
    see: See,
  ): void {
    const id = ways.values[run] ?? 0;
    const { settled, open, needsTrace } = book.waysAt(id);
    if (!needsTrace && open.length === 0) {
      see(first, last, settled);
      return;
    }
    const isOne = !isStretch(resolver.stretchesOf(ways), run);
    const question = isOne ? -1 - id : book.courseOf(id);
    let start = first;
    let code = noPair;
    for (let index = first; index < last; index += 1) {
      const kept = resolver.kept(index, question, parts);
      const next = kept >= 0 ? kept : codeFor(from, classAt(classes, index), ways, question, parts);
      if (next === code) continue;
      if (start < index) see(start, index, code);
      start = index;
      code = next;
    }
    if (start < last) see(start, last, code);
  }

  function codeFor(
    from: AddressClass,
    to: AddressClass,
    ways: Runs,
    question: Question,
    parts: number,
  ): OutcomeCode {
    const told = resolver.outcome(from, to, valueAt(ways, to.region), question, parts, parts === whole);
    return told === untold ? askTracer(from, to) : told;
  }

  function isOf6({ region }: AddressClass): boolean {
    return region >= regions.firstOf6;
  }

  return {
    visit(from, see) {
      const [start, end] = isOf6(from) ? [regions.firstOf6, regions.count] : [0, regions.firstOf6];
      visitBetween(from, start, end, see);
    },
    one(from, to) {
      if (isOf6(from) !== isOf6(to)) return undefined;

      let found: OutcomeCode | undefined;
      visitBetween(
        from,
        to.region,
        to.region + 1,
        (first, last, code) => {
          if (first <= to.id && to.id < last) found = code;
        },
        to.id,
      );
      return found;
    },
  };
}

/** Of each region, the first class that is in it or behind it. */
function firstClasses(classes: readonly AddressClass[], regionCount: number): Int32Array {
  const first = new Int32Array(regionCount + 1).fill(classes.length);
  for (let index = classes.length - 1; index >= 0; index -= 1) first[classes[index]?.region ?? 0] = index;
  for (let region = regionCount - 1; region >= 0; region -= 1) {
    first[region] = Math.min(first[region] ?? 0, first[region + 1] ?? 0);
  }
  return first;
}
