import { expect, it } from "vitest";
import { occurrences, startMutantBuilder } from "./build-mutant.ts";
import { disagreements } from "./judge.ts";
import { mutants } from "./mutants.ts";
import * as predictor from "./predictor-entry.ts";
import { isStale, readCaught, recordedCases } from "./recorded.ts";
import { runMutant } from "./run-mutant.ts";
import { holes, unseen } from "./survivors.ts";

const cases = recordedCases();
const caught = readCaught();
const anew =
  "`npm run mutants -- --record` runs the labs again, and `npm run mutants` finds who is caught where";

it("changes one place each, that is there", () => {
  expect(mutants.filter((mutant) => occurrences(mutant) !== 1).map(({ rule }) => rule)).toEqual([]);
  expect(new Set(mutants.map(({ rule }) => rule)).size).toBe(mutants.length);
});

it("holds recordings of the estates that are drawn today", () => {
  expect(
    cases.filter(isStale).map(({ recording }) => recording.name),
    anew,
  ).toEqual([]);
});

it("predicts what every lab did", () => {
  const apart = cases.flatMap(({ estate, recording }) =>
    [...disagreements(predictor, estate, recording)].map((text) => `${recording.name}: ${text}`),
  );

  expect(apart).toEqual([]);
});

const MOST_HOLES = 0;

it("knows of every mutant that it is caught, or why it is not", () => {
  const rules = mutants.map(({ rule }) => rule);
  const known = [caught, unseen, holes].flatMap((list) => Object.keys(list));

  expect(known.toSorted(), anew).toEqual(rules.toSorted());
  // Whoever adds a rule adds the lab that shows it.
  expect(Object.keys(holes).length).toBeLessThanOrEqual(MOST_HOLES);
});

/** The others are for `npm run mutants`. */
const EVERY = 4;

it("catches mutants that a lab can see", { timeout: 300_000 }, async () => {
  const survivors: string[] = [];
  const some = mutants
    .filter(({ rule }) => caught[rule] !== undefined)
    .filter((_, index) => index % EVERY === 0);
  const builder = await startMutantBuilder(some);
  for (const mutant of some) {
    const known = cases.filter(({ recording }) => recording.name === caught[mutant.rule]);
    if (!runMutant(await builder.build(mutant), mutant, known)) survivors.push(mutant.rule);
  }
  await builder.stop();

  expect(survivors, anew).toEqual([]);
});
