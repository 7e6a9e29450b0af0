import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allRules } from "../../src/analyse.ts";
import { root } from "../source-files.ts";
import { markedChecks } from "./marked/index.ts";

/** The list that the marks are of. It is no part of the project: whoever has it beside the checkout holds them against it. */
const LIST = join(root, "../shared/azure/checks.md");
const isListHere = existsSync(LIST);
const LAST = 162;

/** Checks on what several resources are together: those that nobody else makes. */
const RELATIONS = [
  ...Array.from({ length: 26 }, (_, index) => index + 1),
  36,
  37,
  38,
  83,
  84,
  96,
  97,
  98,
  113,
  114,
  115,
  146,
];

it("every number from the first to the last is marked, once and in order", () => {
  expect(markedChecks.map(({ number }) => number)).toEqual(markedChecks.map((_, index) => index + 1));
});

it("every rule that a check is marked with exists", () => {
  const ids = new Set(allRules.map(({ id }) => id));
  const named = markedChecks.flatMap((check) => ("built" in check ? check.built : []));

  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

it("no check is marked with a rule twice, and none with nothing", () => {
  const wrong = markedChecks.filter((check) =>
    "built" in check
      ? check.built.length === 0 || new Set(check.built).size < check.built.length
      : ("elsewhere" in check ? check.elsewhere : check.skipped).length < 20,
  );

  expect(wrong).toEqual([]);
});

it("at least 110 are built, and all relations among them", () => {
  const built = new Set(markedChecks.flatMap((check) => ("built" in check ? [check.number] : [])));

  expect(built.size).toBeGreaterThanOrEqual(110);
  expect(RELATIONS.filter((number) => !built.has(number))).toEqual([]);
});

// Nothing is skipped, for a skipped test has not passed; without the list its name says what is not held against it.
it(
  isListHere
    ? "the numbers are those of the list"
    : "the list is not beside the checkout: only the count is held",
  () => {
    const numbers = markedChecks.map(({ number }) => number);

    expect(numbers).toEqual(
      isListHere ? numbersOf(readFileSync(LIST, "utf8")) : expect.arrayContaining([LAST]),
    );
  },
);

function numbersOf(list: string): readonly number[] {
  const sections = list.split(/^## /m).slice(1).join("\n");
  return [...sections.matchAll(/(?:^|[;·] )(\d+)\. /gm)].map((match) => Number(match[1]));
}
