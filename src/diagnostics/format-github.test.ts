import { expect, it } from "vitest";
import { formatGithub } from "./format-github.ts";
import type { LocatedDiagnostic } from "./located.ts";

const span = { start: { offset: 9, line: 2, column: 3 }, end: { offset: 14, line: 2, column: 8 } };
const finding: LocatedDiagnostic = {
  rule: "hub/unknown-sku",
  severity: "error",
  message: "100% wrong: a, b.",
  hint: "Choose another.",
  file: "network.yaml",
  span,
  origin: { file: "network.yaml", path: [] },
};

it("writes a command for each finding, with its hint on a line of its own", () => {
  expect(formatGithub([finding, { ...finding, severity: "info" }]).split("\n")).toEqual([
    "::error file=network.yaml,line=2,endLine=2,col=3,endColumn=8,title=hub/unknown-sku::100%25 wrong: a, b.%0Ahint: Choose another.",
    "::notice file=network.yaml,line=2,endLine=2,col=3,endColumn=8,title=hub/unknown-sku::100%25 wrong: a, b.%0Ahint: Choose another.",
    "",
  ]);
});

it("gives columns only within one line, as GitHub takes them", () => {
  const long = { ...finding, span: { ...span, end: { offset: 30, line: 4, column: 1 } } };

  expect(formatGithub([long])).toMatch(/^::error file=network.yaml,line=2,endLine=4,title=/);
});

it("lets no text of the user end a property or start a command", () => {
  const hostile = "a,line=1::x\n::set-output name=x::\r%0A";

  const written = formatGithub([{ ...finding, file: hostile, message: hostile, rule: hostile }]);

  expect(written.trimEnd()).not.toMatch(/[\r\n]/);
  expect(written.split("::")[1]).toContain(
    "file=a%2Cline=1%3A%3Ax\\n%3A%3Aset-output name=x%3A%3A\\r%250A,line=2",
  );
});

it("writes nothing about nothing", () => {
  expect(formatGithub([])).toBe("");
});
