import { expect, it } from "vitest";
import { formatJson } from "./format-json.ts";
import type { LocatedDiagnostic } from "./located.ts";

const span = { end: { column: 9, line: 1, offset: 8 }, start: { column: 2, line: 1, offset: 1 } };
const finding: LocatedDiagnostic = {
  file: "network.yaml",
  span,
  origin: { path: ["hub", 0], file: "network.yaml" },
  message: "M.",
  severity: "warning",
  rule: "a/b",
  hint: "H.",
  related: [{ message: "R", file: "other.yaml", origin: { file: "generated", path: [] } }],
};

it("writes every field in one order, whatever order the value was built in", () => {
  expect(JSON.parse(formatJson([finding]))).toEqual({
    format: "isthmus/diagnostics",
    version: 1,
    diagnostics: [
      {
        rule: "a/b",
        severity: "warning",
        message: "M.",
        hint: "H.",
        file: "network.yaml",
        span,
        path: ["hub", 0],
        related: [{ message: "R", file: "other.yaml" }],
      },
    ],
    counts: { error: 0, warning: 1, info: 0 },
  });
  expect(
    formatJson([finding])
      .match(/(?<=")\w+(?=":)/g)
      ?.join(" "),
  ).toBe(
    "format version diagnostics rule severity message hint file span start line column offset " +
      "end line column offset path related message file counts error warning info",
  );
});

it("gives no path where the value is in no file of the user's", () => {
  const generated = { ...finding, origin: { file: "generated", path: ["x"] } };

  expect(formatJson([generated])).not.toContain('"path"');
});

it("says the same of nothing", () => {
  expect(JSON.parse(formatJson([]))).toMatchObject({
    diagnostics: [],
    counts: { error: 0, warning: 0, info: 0 },
  });
});
