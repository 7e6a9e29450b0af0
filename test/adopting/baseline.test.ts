import fc from "fast-check";
import { expect, it } from "vitest";
import { check } from "../../src/check.ts";
import { type LocatedDiagnostic, locate } from "../../src/diagnostics/index.ts";
import { compareBaseline, entryOf } from "../../src/readers/baseline/compare-baseline.ts";
import { readBaseline } from "../../src/readers/baseline/read-baseline.ts";
import { writeBaseline } from "../../src/readers/baseline/write-baseline.ts";
import { readDocument } from "../../src/source/index.ts";

const FILE = "hub.estate.yaml";
const entryIn = (finding: LocatedDiagnostic) => entryOf(finding, finding.file);

/** Each subnet without a range is a finding, and so is each range that is none. */
function findingsOf(subnets: readonly string[], prefixes: readonly string[] = ["10.0.0.0/16"], blank = "") {
  const text = `formatVersion: 1
resources:
${blank}  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: ${JSON.stringify(prefixes)} }
      subnets: ${JSON.stringify(subnets.map((name) => ({ name, properties: {} })))}
`;
  const document = readDocument(FILE, text);
  return check(document, { reconsider: false }).diagnostics.map((one) =>
    locate(one, new Map([[FILE, document]])),
  );
}

const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));

it("knows findings again when lines move and lists are sorted anew, and tells what is new and what is gone", () => {
  fc.assert(
    fc.property(names, names, fc.constantFrom("", "\n", "# x\n\n"), (before, after, blank) => {
      const known = findingsOf(before).map(entryIn);

      const { findings, absent } = compareBaseline(
        findingsOf(after.toReversed(), undefined, blank),
        known,
        entryIn,
      );

      const fresh = findings.filter(({ baselineState }) => baselineState === "new");
      expect(fresh.length).toBe(after.filter((name) => !before.includes(name)).length);
      expect(absent.length).toBe(before.filter((name) => !after.includes(name)).length);
    }),
    { numRuns: 60 },
  );
});

it("counts what nothing tells apart", () => {
  const known =
    readBaseline(readDocument("b.json", writeBaseline(findingsOf([], ["x", "y"]).map(entryIn)))).entries ??
    [];
  const states = (prefixes: readonly string[]) => {
    const { findings, absent } = compareBaseline(findingsOf([], prefixes), known, entryIn);
    return [findings.map(({ baselineState }) => baselineState), absent.map(({ count }) => count)];
  };

  expect(known.map(({ count }) => count)).toEqual([2]);
  expect(states(["x", "y"])).toEqual([["unchanged", "unchanged"], []]);
  expect(states(["z", "x", "y"])).toEqual([["unchanged", "unchanged", "new"], []]);
  expect(states(["x"])).toEqual([["unchanged"], [1]]);
});

it("is the same text for the same findings in any order, and is read as it was written", () => {
  const entries = findingsOf(["a", "b", "c"], ["x", "y", "10.0.0.0/16"]).map(entryIn);
  const text = writeBaseline(entries);

  expect(writeBaseline(entries.toReversed())).toBe(text);
  const { entries: read = [] } = readBaseline(readDocument("b.json", text));
  expect(writeBaseline(read)).toBe(text);
  // Names, and nothing of what stands under them.
  expect(text).not.toContain("10.0.0.0");
});

it("an ignored finding is not looked for in it", () => {
  const findings = findingsOf(["a"]);
  const ignored = findings.map((one) => ({
    ...one,
    suppression: { kind: "inSource", justification: "so" } as const,
  }));

  expect(compareBaseline(ignored, findings.map(entryIn), entryIn).absent.length).toBe(1);
});

it.each<readonly [text: string, rule: string]>([
  ['{ "format": "isthmus/baseline", "version": 2 }', "baseline/unsupported-version"],
  ['{ "format": "isthmus/baseline", "version": "1", "findings": [] }', "baseline/invalid-value"],
  ['{ "version": 1, "findings": [] }', "baseline/invalid-value"],
  ["[1", "source/invalid-json"],
  ["[]", "baseline/invalid-value"],
  ["", "baseline/invalid-value"],
])("%j is no baseline", (text, rule) => {
  const { entries, diagnostics } = readBaseline(readDocument("b.json", text));

  expect(entries).toBeUndefined();
  expect(diagnostics[0]?.rule).toBe(rule);
});
