import type { AddressClass } from "./endpoint-classes.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { codeOf, type OutcomeCode } from "./outcome-codes.ts";
import type { Grounds } from "./resolve.ts";
import { endOfRun, type Runs, runAt } from "./runs.ts";
import { type Body, createShapes, type LinkCheck, type Shape } from "./shapes.ts";
import { createStretches, isStretch, type Stretches } from "./stretches.ts";
import { codeOfRefusal, isRefused, type Judge } from "./verdicts.ts";
import type { Walks } from "./walks.ts";

export interface PlainPairs {
  /** What follows is asked for this sender. */
  readonly begin: (from: AddressClass) => void;
  readonly stretchesOf: (ways: Runs) => Stretches;
  /** What was answered to senders like it; below 0 where that is not known. */
  readonly kept: (to: number, question: Question, parts: number) => OutcomeCode;
  /** `undefined` where this is no plain pair, or its ways say too little. */
  readonly outcome: (
    from: AddressClass,
    to: AddressClass,
    ways: number,
    question: Question,
    parts: number,
    isWhole: boolean,
  ) => OutcomeCode | undefined;
}

/**
 * By what ways a packet comes: by which course, where it comes to the network that its destination stands in; else,
 * below 0, by these very ways.
 */
export type Question = number;

/** What a class brings to each of its many pairs. */
interface Side {
  readonly walks: Walks | undefined;
  readonly isPlain: boolean;
  readonly inbound: Judge | undefined;
  /** Regions that the rules inbound do not tell apart. */
  readonly rules: Runs | undefined;
  /** By the numbers of courses, whether their links take what it sends. */
  readonly passing: (boolean | undefined)[];
}

/** Of a sender that others are not like. */
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
  const answers = createKeptAnswers(classes.length);
  /** Of the sender. */
  let asking = nowhere;
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
      passing: [],
    };
  }

  function passesLinks({ number, linkChecks }: Body, source: AddressClass, { passing }: Side): boolean {
    if (linkChecks.length === 0) return true;

    const passes = passing[number] ?? linkChecks.every((check) => passesCheck(check, source));
    passing[number] = passes;
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
    const shape = shapes.shapeOf(ways);
    if (!shape || shape.network !== to.home || shape.body.filterChecks.length > 0) return undefined;

    const [source, target] = [sideOf(from), sideOf(to)];
    if (!source.isPlain || !target.isPlain || !target.walks) return undefined;
    const there = shape.body;
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
    if (!passesLinks(back.body, to, target)) return undefined;
    const answer = shapes.answer(there, back.body);
    if (answer === undefined) return undefined;
    return Math.max(answer, isWhole && verdict === parts ? delivered : partlyDenied);
  }

  function lookBack(ways: Runs, region: number): Shape | undefined {
    const run = runAt(ways, region);
    const around = stretches.of(ways);
    if (isStretch(around, run)) narrow(around.starts[run] ?? 0, around.ends[run] ?? 0);
    else narrow(region, region + 1);
    return shapes.shapeOf(ways.values[run] ?? 0);
  }

  return {
    begin(from) {
      asking = sideOf(from).isPlain && stretches.isRegular(from) ? from.region : nowhere;
    },
    stretchesOf: stretches.of,
    kept: (to, question, parts) => answers.find(to, question, parts, asking),
    outcome(from, to, ways, question, parts, isWhole) {
      const code = work(from, to, ways, parts, isWhole);
      if (code !== undefined && asking !== nowhere)
        answers.keep(to.id, question, parts, valid.start, valid.end, code);
      return code;
    },
  };
}
