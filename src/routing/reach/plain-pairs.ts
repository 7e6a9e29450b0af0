import type { AddressClass } from "./endpoint-classes.ts";
import { codeOf, type OutcomeCode } from "./outcome-codes.ts";
import type { Grounds } from "./resolve.ts";
import { endOfRun, type Runs, runAt } from "./runs.ts";
import { createShapes, type LinkCheck, type Shape } from "./shapes.ts";
import { createStretches } from "./stretches.ts";
import { codeOfRefusal, isRefused, type Judge } from "./verdicts.ts";
import type { Walks } from "./walks.ts";

export interface PlainPairs {
  /** `undefined` where this is no plain pair, or its ways say too little. */
  outcome(
    from: AddressClass,
    to: AddressClass,
    ways: number,
    parts: number,
    isWhole: boolean,
  ): OutcomeCode | undefined;
}

/** What a class brings to each of its many pairs. */
interface Side {
  readonly walks: Walks | undefined;
  readonly isPlain: boolean;
  readonly inbound: Judge | undefined;
  /** Regions that the rules inbound do not tell apart. */
  readonly rules: Runs | undefined;
  /** By the numbers of shapes. */
  readonly passing: Map<number, boolean>;
}

/** Answers kept of one class: senders that come by turns go different ways. A power of two. */
const slots = 8;
/** The place of a question that is not kept. */
const nowhere = -1;

const delivered = codeOf("delivered");
const partlyDenied = codeOf("partlyDenied");

/**
 * Most pairs are plain: both ends private, each alone with its addresses, and all ways to one network. There are as many
 * as classes that hear of each other, so that here all is numbers, and nothing is made for a pair. What is asked for
 * answers senders alike that it tells apart neither by its rules nor by its way back: an answer holds for a stretch of
 * regions, as mostly for all spokes of a hub.
 */
export function createPlainPairs(
  { regions, book, verdicts, walksFrom, classes }: Grounds,
  isPlain: (of: AddressClass) => boolean,
  passesCheck: (check: LinkCheck, source: AddressClass) => boolean,
): PlainPairs {
  const shapes = createShapes(book);
  const stretches = createStretches(classes, regions.count, shapes);
  const sides: Side[] = [];
  let sender: AddressClass | undefined;
  let isRegular = false;
  /** By class that is asked for: the last questions about it, and the answers, from one region of senders up to another. */
  const size = classes.length * slots;
  const firsts = new Int32Array(size);
  const ends = new Int32Array(size);
  const waysOf = new Int32Array(size);
  const partsOf = new Int32Array(size);
  const codes = new Uint8Array(size);
  /** By class, which of its answers is the next to give way. */
  const oldest = new Uint8Array(classes.length);
  /** Where the answer holds that is being worked out. */
  const valid = { start: 0, end: 0 };

  function sideOf(of: AddressClass): Side {
    const known = sides[of.id] ?? describe(of);
    sides[of.id] = known;
    return known;
  }

  function describe(of: AddressClass): Side {
    const inbound = verdicts.judgeInto(of.sender, "inbound", of.region);
    return {
      walks: walksFrom(of),
      isPlain: isPlain(of),
      inbound,
      rules: inbound && verdicts.runsOf(of.sender, "inbound"),
      passing: new Map(),
    };
  }

  function passesLinks({ number, linkChecks }: Shape, source: AddressClass, { passing }: Side): boolean {
    if (linkChecks.length === 0) return true;

    const known = passing.get(number);
    if (known !== undefined) return known;
    const passes = linkChecks.every((check) => passesCheck(check, source));
    passing.set(number, passes);
    return passes;
  }

  function narrow(start: number, end: number): void {
    valid.start = Math.max(valid.start, start);
    valid.end = Math.min(valid.end, end);
  }

  function narrowTo(runs: Runs, run: number): void {
    narrow(runs.starts[run] ?? 0, endOfRun(runs, run, regions.count));
  }

  function work(
    from: AddressClass,
    to: AddressClass,
    ways: number,
    parts: number,
    isWhole: boolean,
  ): OutcomeCode | undefined {
    const there = shapes.shapeOf(ways);
    if (!there || there.network !== to.home || there.filterChecks.length > 0) return undefined;

    const [source, target] = [sideOf(from), sideOf(to)];
    if (!source.isPlain || !target.isPlain || !target.walks) return undefined;
    if (!passesLinks(there, from, source)) return undefined;

    const { region } = from;
    valid.start = there.linkChecks.length === 0 ? 0 : region;
    valid.end = there.linkChecks.length === 0 ? regions.count : region + 1;
    const { runs, waysIn } = target.walks;
    // The way back begins at the table of the one that answers.
    const run = runAt(runs, region);
    narrowTo(runs, run);
    const verdict = target.inbound ? target.inbound(region, runs.values[run] ?? 0, parts) : parts;
    if (target.rules) narrowTo(target.rules, runAt(target.rules, region));
    if (isRefused(verdict)) return Math.max(there.settled, codeOfRefusal(verdict));

    const back = lookBack(waysIn(run), region);
    if (!back || (back.network ?? from.home) !== from.home) return undefined;
    if (!passesLinks(back, to, target)) return undefined;
    const answer = shapes.answer(there, back);
    if (answer === undefined) return undefined;
    return Math.max(answer, isWhole && verdict === parts ? delivered : partlyDenied);
  }

  function lookBack(ways: Runs, region: number): Shape | undefined {
    const run = runAt(ways, region);
    const { starts, ends } = stretches.of(ways);
    if ((ends[run] ?? 0) > region) narrow(starts[run] ?? 0, ends[run] ?? 0);
    else narrow(region, region + 1);
    return shapes.shapeOf(ways.values[run] ?? 0);
  }

  function begin(from: AddressClass): void {
    sender = from;
    isRegular = sideOf(from).isPlain && stretches.isRegular(from);
  }

  /** Where the question is kept; an answer in it may hold for other senders. */
  function slotOf({ id }: AddressClass, ways: number, parts: number): number {
    const first = id * slots;
    for (let slot = first; slot < first + slots; slot += 1)
      if (waysOf[slot] === ways && partsOf[slot] === parts && (ends[slot] ?? 0) > 0) return slot;
    return nowhere;
  }

  function keep({ id }: AddressClass, known: number, ways: number, parts: number, code: OutcomeCode): void {
    const next = oldest[id] ?? 0;
    const slot = known === nowhere ? id * slots + next : known;
    if (known === nowhere) oldest[id] = (next + 1) & (slots - 1);
    firsts[slot] = valid.start;
    ends[slot] = valid.end;
    waysOf[slot] = ways;
    partsOf[slot] = parts;
    codes[slot] = code;
  }

  return {
    outcome(from, to, ways, parts, isWhole) {
      if (sender !== from) begin(from);
      const { region } = from;
      const slot = isRegular ? slotOf(to, ways, parts) : nowhere;
      if (slot !== nowhere && (firsts[slot] ?? 0) <= region && region < (ends[slot] ?? 0)) return codes[slot];

      const code = work(from, to, ways, parts, isWhole);
      if (code !== undefined && isRegular) keep(to, slot, ways, parts, code);
      return code;
    },
  };
}
