import fc from "fast-check";
import { expect, it } from "vitest";
import { readDocument } from "../source/read-document.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type LocatedDiagnostic, locate, sortDiagnostics } from "./located.ts";

const document = readDocument("network.yaml", "hub:\n  sku: VpnGw1AZ\n");
const documents = new Map([[document.file, document]]);
const origin = { file: "network.yaml", path: ["hub", "sku"] } as const;
const finding: Diagnostic = { rule: "hub/unknown-sku", severity: "error", message: "No such SKU.", origin };

it.each<{ change: Partial<Diagnostic>; file: string; at: string; reason: string }>([
  { change: {}, file: "network.yaml", at: "2:8", reason: "at its value" },
  { change: { at: "key" }, file: "network.yaml", at: "2:3", reason: "at its key" },
  {
    change: { origin: { file: "network.yaml", path: ["hub", "missing"] } },
    file: "network.yaml",
    at: "2:3",
    reason: "at the parent of what is missing",
  },
  {
    change: {
      origin: { file: "main.bicep", path: ["a"], through: { file: "b", path: [], through: origin } },
    },
    file: "network.yaml",
    at: "2:8",
    reason: "at what a generated value came from",
  },
  {
    change: { origin: { file: "main.bicep", path: ["a"], through: { file: "b", path: [] } } },
    file: "main.bicep",
    at: "nowhere",
    reason: "nowhere, if no file on the way was read",
  },
  {
    change: { span: { start: { offset: 1, line: 1, column: 2 }, end: { offset: 2, line: 1, column: 3 } } },
    file: "network.yaml",
    at: "1:2",
    reason: "exactly where it says itself",
  },
])("points $reason", ({ change, file, at }) => {
  const located = locate({ ...finding, ...change }, documents);

  expect(located.file).toBe(file);
  expect(located.span ? `${located.span.start.line}:${located.span.start.column}` : "nowhere").toBe(at);
});

it("keeps what the diagnostic says, and locates what is related", () => {
  const related = [
    { message: "hub is here", origin: { file: "network.yaml", path: ["hub"] } },
    { message: "that is elsewhere", origin: { file: "other.yaml", path: [] } },
  ];

  const located = locate({ ...finding, hint: "Choose another.", related }, documents);

  expect(located).toMatchObject({ ...finding, hint: "Choose another.", related });
  expect(located.related?.map(({ file, span }) => [file, span?.start.line])).toEqual([
    ["network.yaml", 2],
    ["other.yaml", undefined],
  ]);
});

function at(offset: number, file = "a"): Pick<LocatedDiagnostic, "file" | "span"> {
  const position = { offset, line: 1, column: offset };
  return { file, span: { start: position, end: position } };
}

it("sorts by file, place, severity, rule and message, and drops what is the same", () => {
  const { rule, severity, message } = finding;
  const found: LocatedDiagnostic = { rule, severity, message, origin, file: "a" };
  const sorted: readonly LocatedDiagnostic[] = [
    found,
    { ...found, ...at(2), hint: "Another hint." },
    { ...found, ...at(2) },
    { ...found, ...at(2), message: "Z" },
    { ...found, ...at(2), rule: "z/z" },
    { ...found, ...at(2), severity: "warning", rule: "a/a" },
    { ...found, ...at(2), severity: "info", rule: "a/a" },
    { ...found, ...at(10) },
    { ...found, ...at(1, "b") },
  ];

  fc.assert(
    fc.property(fc.shuffledSubarray([...sorted, ...sorted], { minLength: 18 }), (shuffled) => {
      expect(sortDiagnostics(shuffled)).toEqual(sorted);
    }),
  );
});
