import { expect, it } from "vitest";
import { readDocument } from "../source/read-document.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { formatText, NO_PAINT } from "./format-text.ts";
import { type LocatedDiagnostic, locate } from "./located.ts";

const document = readDocument(
  "network.yaml",
  "virtualNetworks:\n  hub:\n    addressSpace: [10.0.0.0/16]\n  spoke:\n    addressSpace: [10.0.128.0/20]\n",
);
const overlap: Diagnostic = {
  rule: "virtual-network-peering/overlapping-address-space",
  severity: "error",
  message: "spoke uses 10.0.128.0/20, which overlaps 10.0.0.0/16 of its peer hub.",
  origin: { file: "network.yaml", path: ["virtualNetworks", "spoke", "addressSpace", 0] },
  related: [
    {
      message: "hub uses 10.0.0.0/16",
      origin: { file: "network.yaml", path: ["virtualNetworks", "hub", "addressSpace", 0] },
    },
  ],
  hint: "Give spoke a range outside 10.0.0.0/16.",
};
const print = (...diagnostics: readonly Diagnostic[]): string =>
  formatText(diagnostics.map((one) => locate(one, new Map([[document.file, document]]))));

it("prints a finding as the style guide shows it", () => {
  expect(print(overlap)).toBe(
    [
      "network.yaml:5:20 error virtual-network-peering/overlapping-address-space",
      "  spoke uses 10.0.128.0/20, which overlaps 10.0.0.0/16 of its peer hub.",
      "  network.yaml:3:20 hub uses 10.0.0.0/16",
      "  hint: Give spoke a range outside 10.0.0.0/16.",
      "",
      "1 error in network.yaml",
    ].join("\n"),
  );
});

const other = { file: "other.yaml", path: [] };

it.each<{ diagnostics: readonly Diagnostic[]; last: string }>([
  { diagnostics: [], last: "no findings" },
  {
    diagnostics: [overlap, overlap, { ...overlap, severity: "warning" }],
    last: "2 errors, 1 warning in network.yaml",
  },
  { diagnostics: [{ ...overlap, severity: "info" }], last: "1 info in network.yaml" },
  {
    diagnostics: [{ ...overlap, severity: "warning", origin: other }, overlap],
    last: "1 error, 1 warning in 2 files",
  },
])("counts at the end: $last", ({ diagnostics, last }) => {
  expect(
    print(...diagnostics)
      .split("\n")
      .at(-1),
  ).toBe(last);
});

it("lets no text of the user break the lines or reach the terminal", () => {
  const hostile = "\u001B[2Jhub\nfake.yaml:1:1 error";

  const printed = print({
    ...overlap,
    message: hostile,
    hint: hostile,
    origin: { file: hostile, path: [] },
    related: [{ message: hostile, origin: other }],
  });

  expect(printed.split("\n")).toHaveLength(6);
  expect(printed).not.toContain("\u001B");
  expect(printed).toContain("\n  \\u001b[2Jhub\\nfake.yaml:1:1 error\n");
});

it("paints with what it is given", () => {
  const located = locate({ rule: "a/b", severity: "warning", message: "M.", origin: other }, new Map());

  const printed = formatText([located], { ...NO_PAINT, warning: (text) => `<${text}>` });

  expect(printed).toBe("other.yaml <warning> a/b\n  M.\n\n1 warning in other.yaml");
});

it("shows what asks for something, and counts what does not", () => {
  const one: LocatedDiagnostic = {
    rule: "a/b",
    severity: "error",
    message: "M.",
    file: "x.yaml",
    origin: { file: "x.yaml", path: [] },
  };
  const suppressed = { ...one, suppression: { kind: "inSource", justification: "So." } } as const;
  const known = { ...one, baselineState: "unchanged" } as const;

  expect(formatText([one, suppressed, known])).toContain(
    "\n1 error in x.yaml, 1 suppressed, 1 in the baseline",
  );
  expect(formatText([suppressed, suppressed])).toBe("no findings, 2 suppressed");
});
