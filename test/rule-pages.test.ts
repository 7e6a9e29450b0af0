import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { connectionKinds } from "../src/connections/index.ts";
import { locate } from "../src/diagnostics/index.ts";
import { indexEstate } from "../src/model/estate-index.ts";
import { readEstate } from "../src/readers/estate/read-estate.ts";
import { rules as generalRules } from "../src/rules/index.ts";
import { runRules } from "../src/rules/run-rules.ts";
import { readDocument } from "../src/source/index.ts";
import { type Example, readRulePage } from "./rule-page.ts";

const root = new URL("../", import.meta.url);
const placed = [
  ...generalRules.map((rule) => ({ rule, file: `src/rules/${rule.id}` })),
  ...connectionKinds.flatMap((kind) =>
    kind.rules.map((rule) => ({ rule, file: `src/connections/${kind.name}/rules/${rule.id.split("/")[1]}` })),
  ),
];
const all = placed.map(({ rule }) => rule);

it("every rule has an id of its own", () => {
  expect(new Set(all.map((rule) => rule.id)).size).toBe(all.length);
});

it.each(placed)("$rule.id is where its id says, with a page that is in order", ({ rule, file }) => {
  expect(existsSync(new URL(`${file}.ts`, root))).toBe(true);
  const page = readRulePage(readFileSync(new URL(`${file}.md`, root), "utf8"));

  expect(page.title).toBe(rule.summary);
  expect(page.examples.filter(isWrong).length).toBeGreaterThan(0);
  expect(page.examples.filter(isRight).length).toBeGreaterThan(0);
  expect(page.headings).toContain("Azure says");
  expect(rule.source).toMatch(/^https:\/\//);
});

const examples = placed.flatMap(({ rule, file }) =>
  readRulePage(readFileSync(new URL(`${file}.md`, root), "utf8")).examples.map((example, index) => ({
    name: `${rule.id}, example ${index + 1} (${example.heading})`,
    rule,
    example,
  })),
);

it.each(examples)("$name finds exactly what it marks", ({ rule, example }) => {
  const found = findingsOf(example);

  expect(found).toEqual(example.marks);
  if (isWrong(example)) expect(example.marks.some((mark) => mark.endsWith(` ${rule.id}`))).toBe(true);
  if (isRight(example)) expect(example.marks.some((mark) => mark.endsWith(` ${rule.id}`))).toBe(false);
});

function isWrong(example: Example): boolean {
  return example.heading.startsWith("Wrong");
}

function isRight(example: Example): boolean {
  return example.heading.startsWith("Right");
}

function findingsOf(example: Example): string[] {
  const document = readDocument("example.estate.yaml", example.text);
  expect(document.problems).toEqual([]);
  const { estate, diagnostics } = readEstate(document);
  expect(diagnostics).toEqual([]);

  const documents = new Map([[document.file, document]]);
  return runRules(all, indexEstate(estate))
    .map((diagnostic) => {
      const { span } = locate(diagnostic, documents);
      return `${span?.start.line}:${span?.start.column}-${span?.end.column} ${diagnostic.rule}`;
    })
    .sort();
}
