import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allRules } from "../../src/analyse.ts";
import { connectionKinds } from "../../src/connections/index.ts";
import { type Diagnostic, repairOf } from "../../src/diagnostics/index.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { readEstate } from "../../src/readers/estate/read-estate.ts";
import { rules } from "../../src/rules/index.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { applyEdits } from "../../src/source/edit.ts";
import { type Document, readDocument } from "../../src/source/index.ts";
import { readRulePage } from "../rule-page.ts";
import { root } from "../source-files.ts";

const files = [
  ...rules.map((rule) => `src/rules/${rule.id}.md`),
  ...connectionKinds.flatMap((kind) =>
    kind.rules.map((rule) => `src/connections/${kind.name}/rules/${rule.id.split("/")[1]}.md`),
  ),
];

function read(text: string): { readonly document: Document; readonly found: readonly Diagnostic[] } {
  const document = readDocument("example.estate.yaml", text);
  return { document, found: runRules(allRules, indexEstate(readEstate(document).estate)) };
}

/** Every finding with a fix on every page. */
const cases = files.flatMap((file) =>
  readRulePage(readFileSync(join(root, file), "utf8")).examples.flatMap(({ text }) =>
    read(text).found.flatMap((finding, index) => (finding.fix ? [{ rule: finding.rule, text, index }] : [])),
  ),
);

it("the guide lists the rules with a fix", () => {
  const guide = readFileSync(join(root, "docs/guide/adopting.md"), "utf8");
  const listed = [...guide.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \|/gm)].map((match) => match[1] ?? "");

  expect(listed).toEqual([...new Set(cases.map(({ rule }) => rule))].sort());
});

it.each(cases)(
  "$rule: its fix ends the finding, brings no error, and is small (#$index)",
  ({ rule, text, index }) => {
    const { document, found } = read(text);
    const finding = found[index];
    const repair = repairOf(finding?.fix ?? [], new Map([[document.file, document]]));

    const fixed = repair.kind === "possible" ? (applyEdits(text, repair.edits) ?? "") : "";

    const after = read(fixed).found;
    expect(after.filter((one) => one.rule === rule).length).toBe(
      found.filter((one) => one.rule === rule).length - 1,
    );
    expect(errorsOf(after).filter((one) => !errorsOf(found).includes(one))).toEqual([]);
    const lines = new Set(text.split("\n"));
    expect(fixed.split("\n").filter((line) => !lines.has(line)).length).toBeLessThanOrEqual(1);
  },
);

function errorsOf(found: readonly Diagnostic[]): readonly string[] {
  return found.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}
