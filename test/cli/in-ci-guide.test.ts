import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { allRules } from "../../src/analyse.ts";
import { check } from "../../src/check.ts";
import { formatSarif, locate } from "../../src/diagnostics/index.ts";
import { readDocument } from "../../src/source/index.ts";
import { root } from "../source-files.ts";
import { action } from "./run-action.ts";

const page = readFileSync(join(root, "docs/guide/in-ci.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = ""]) => ({
  language,
  text,
}));
const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => text);

it("shows the SARIF that the product writes for the file above it", () => {
  const text = yaml.find((block) => block.startsWith("name: shop")) ?? "";
  const shown = blocks.find(({ language }) => language === "json")?.text ?? "";
  const document = readDocument("network.yaml", text);

  const { diagnostics } = check(document, { reconsider: false });
  const located = diagnostics.map((diagnostic) => locate(diagnostic, new Map([["network.yaml", document]])));
  const log = JSON.parse(formatSarif(located, allRules));

  const [{ ruleIndex: _index, partialFingerprints: _prints, ...result }, ...more] = log.runs[0].results;
  expect(more).toEqual([]);
  expect(JSON.parse(shown)).toEqual(result);
});

it("has workflows that can be read, and gives the action what it takes", () => {
  const files = yaml.map((text) => parse(text, { strict: true }));
  const workflow = files.find(({ jobs }) => jobs);
  const step = workflow.jobs.network.steps.find(({ uses = "" }) => uses.startsWith("OWNER/"));

  expect(files.length).toBe(4);
  expect(Object.keys(step.with).filter((name) => !(name in action.inputs))).toEqual([]);
  // A branch or a pull request may be called anything: it reaches a script as a variable alone.
  const scripts = workflow.jobs.network.steps.flatMap(({ run = "" }) => run);
  expect(scripts.filter((script: string) => script.includes("${{"))).toEqual([]);
});

it("has a row for every input of the action", () => {
  for (const name of Object.keys(action.inputs))
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\|`, "m"));
});
