import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../source-files.ts";
import { intent, isthmus, scratch } from "./isthmus.ts";
import { action, runAction } from "./run-action.ts";

const wrong = intent.replace("size: /23, subnets: { web: /25 }", "size: /23, subnets: { web: /22 }");

const estate = readFileSync(join(root, "test/scenarios/overlapping-peers.estate.yaml"), "utf8");

// Each run starts bash and the command line twice or thrice: about a second.
it("writes a SARIF report, shows the findings, and fails the job for an error", () => {
  const job = runAction({ "network.yaml": wrong });

  const report = JSON.parse(readFileSync(job.outputs["report"] ?? "", "utf8"));
  expect(report.runs[0].results.length).toBeGreaterThan(0);
  expect(job.log).toMatch(/^network\.yaml:\d+:\d+ error /m);
  expect(job).toMatchObject({ checked: 0, verdict: 1, outputs: { code: "1" } });
});

it("only reports where it is told to", () => {
  const job = runAction({ "network.yaml": wrong }, { "fail-on": "never", format: "junit" });

  expect(readFileSync(job.outputs["report"] ?? "", "utf8")).toContain("<failure");
  expect(job).toMatchObject({ checked: 0, verdict: 0, outputs: { code: "1" } });
});

it("fails on what its baseline does not know", () => {
  const folder = scratch({ "net.estate.yaml": estate });
  isthmus(folder, ["check", "net.estate.yaml", "--baseline", "known.json", "--update-baseline"]);
  const known = readFileSync(join(folder, "known.json"), "utf8");
  const given = { files: "net.estate.yaml", baseline: "known.json", format: "text" };

  expect(runAction({ "net.estate.yaml": estate, "known.json": known }, given).verdict).toBe(0);
  expect(runAction({ "net.estate.yaml": estate }, { ...given, baseline: "" }).verdict).toBe(1);
});

it("lets no file speak to the workflow, and writes annotations where they are asked for", () => {
  const [text, annotations] = ["text", "github"].map((format) =>
    runAction({ "network.yaml": intent.replace("name: small", 'name: small\n"::error::x": 1') }, { format }),
  );

  expect(text?.log).toMatch(/^::stop-commands::(isthmus-[\d-]+)\n[^]*\n::\1::\n$/);
  expect(annotations?.log).toMatch(/^::error file=network\.yaml,/m);
  expect(annotations?.outputs).toEqual({ code: "1" });
});

it("takes several files, with blanks and dashes in their names, one a line", () => {
  const files = { "a b.yaml": intent, "-c.yaml": intent.replace("small", "other") };

  const job = runAction(files, { files: "a b.yaml\n\n  \n-c.yaml\n", format: "text" });

  expect(job).toMatchObject({ checked: 0, verdict: 0, outputs: { code: "0" } });
});

it.each([
  [{ files: "missing.yaml" }, 2, /missing\.yaml/],
  [{ format: "html" }, 2, /::error::format is sarif/],
  [{ "fail-on": "warning" }, 2, /::error::fail-on is error or never/],
])("fails before it reports where it was asked wrongly: %j", (given, code, message) => {
  const job = runAction({ "network.yaml": intent }, given);

  expect(job).toMatchObject({ checked: code, verdict: undefined, outputs: {} });
  expect(job.log).toMatch(message);
});

it("has no expression in a script, and fetches no package by its name", () => {
  const scripts = action.runs.steps.flatMap(({ run }) => run ?? []);

  expect(scripts.length).toBe(3);
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  expect(scripts.filter((script) => /\bnpx\b|npm (i|install|exec)\b/.test(script))).toEqual([]);
});
