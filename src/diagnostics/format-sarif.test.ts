import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { readDocument } from "../source/read-document.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { formatSarif } from "./format-sarif.ts";
import { syntaxDiagnostics } from "./from-syntax.ts";
import { locate } from "./located.ts";

const RULES = [
  { id: "hub/unknown-sku", summary: "A SKU must exist.", source: "https://learn.microsoft.com/azure/" },
  { id: "hub/unused", summary: "A hub must be used." },
];
const require = createRequire(import.meta.url);
const SCHEMA = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

/** The official schema, read as draft-07: of draft-04 it uses nothing but `id`. */
function validateSarif(text: string): readonly unknown[] {
  const schema = JSON.parse(readFileSync(SCHEMA, "utf8").replace('"id": "https', '"$id": "https'));
  const { $schema: _draft04, ...rest } = schema;
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true });
  const validate = ajv.compile(rest);
  return validate(JSON.parse(text)) ? [] : (validate.errors ?? []);
}

function sarifOf(text: string, ...diagnostics: readonly Diagnostic[]): string {
  const document = readDocument("my net/spoké#1.yaml", text);
  const all = [...diagnostics, ...syntaxDiagnostics(document)];
  return formatSarif(
    all.map((one) => locate(one, new Map([[document.file, document]]))),
    RULES,
  );
}

const file = "my net/spoké#1.yaml";
const finding: Diagnostic = {
  rule: "hub/unknown-sku",
  severity: "info",
  message: "No such SKU.",
  hint: "Choose another.",
  origin: { file, path: ["hub", "sku"] },
  related: [
    { message: "The hub", origin: { file, path: ["hub"] } },
    { message: "Elsewhere", origin: { file: "/abs/x.json", path: [] } },
  ],
};

it.each([
  { reason: "no finding", diagnostics: [], text: "" },
  { reason: "a rule's finding", diagnostics: [finding], text: "hub:\n  sku: x\n" },
  { reason: "broken syntax, from no listed rule", diagnostics: [], text: "hub: [\na: @\n" },
  {
    reason: "a file that was not read",
    diagnostics: [{ ...finding, origin: { file: "x", path: [] } }],
    text: "",
  },
])("conforms to the schema of SARIF 2.1.0: $reason", ({ diagnostics, text }) => {
  expect(validateSarif(sarifOf(text, ...diagnostics))).toEqual([]);
});

it("is refused by that schema if it is wrong", () => {
  expect(validateSarif(sarifOf("").replace('"results"', '"outcomes"'))).not.toEqual([]);
});

it("says where, how bad, and by which rule", () => {
  const { runs } = JSON.parse(sarifOf("hub:\n  sku: x\n", finding));

  expect(runs[0].columnKind).toBe("utf16CodeUnits");
  expect(runs[0].tool.driver.rules[0]).toEqual({
    id: "hub/unknown-sku",
    shortDescription: { text: "A SKU must exist." },
    helpUri: "https://learn.microsoft.com/azure/",
  });
  expect(runs[0].results[0]).toMatchObject({
    ruleId: "hub/unknown-sku",
    ruleIndex: 0,
    level: "note",
    message: { text: "No such SKU. Choose another." },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "my%20net/spok%C3%A9%231.yaml" },
          region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 9 },
        },
      },
    ],
    relatedLocations: [
      { id: 0, message: { text: "The hub" } },
      { id: 1, physicalLocation: { artifactLocation: { uri: "file:///abs/x.json" } } },
    ],
  });
});

function fingerprintsOf(text: string, ...diagnostics: readonly Diagnostic[]): readonly unknown[] {
  const { runs } = JSON.parse(sarifOf(text, ...diagnostics));
  const results: readonly unknown[] = runs[0].results;
  return results.map((result) => Reflect.get(Object(result), "partialFingerprints")["isthmus/v1"]);
}

it("knows a finding again when its lines have moved", () => {
  const broken = "a: 1\na: 2\nb: @\n";

  expect(fingerprintsOf(`# new\n\n${broken}`, finding)).toEqual(fingerprintsOf(broken, finding));
});

it("tells findings apart, even of one rule at one place", () => {
  const elsewhere: Diagnostic = { ...finding, origin: { file, path: ["hub"] } };

  const fingerprints = fingerprintsOf("a: @\nb: @\n", finding, finding, elsewhere, {
    ...finding,
    rule: "a/b",
  });

  expect(new Set(fingerprints).size).toBe(6);
});

function at(...path: readonly (string | number)[]): Diagnostic {
  return { ...finding, origin: { file, path } };
}

it("knows a finding again when a list is sorted anew, by names where there are some", () => {
  const one = fingerprintsOf("hubs: [{ name: a }, { name: b, sku: x }]\n", at("hubs", 1, "sku"));
  const other = fingerprintsOf("hubs: [{ name: b, sku: x }, { name: a }]\n", at("hubs", 0, "sku"));

  expect(other).toEqual(one);
  expect(fingerprintsOf("hubs: [{ name: a, sku: x }]\n", at("hubs", 0, "sku"))).not.toEqual(one);
});

it("says what is ignored, known, gone, and how it is fixed, as the schema has it", () => {
  const span = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 1, line: 1, column: 2 } };
  const located = { ...finding, file, span, related: [], baselineState: "new" } as const;
  const quiet = { ...located, suppression: { kind: "external", justification: "So." } } as const;
  const fixable = {
    ...located,
    baselineState: "unchanged",
    repair: { kind: "possible", edits: [{ file, span, text: "y" }] },
  } as const;
  const gone = { rule: "a/b", file, fingerprint: "0123456789abcdef", count: 2 };

  const text = formatSarif([quiet, fixable], RULES, [gone]);

  expect(validateSarif(text)).toEqual([]);
  expect(JSON.parse(text).runs[0].results).toMatchObject([
    { baselineState: "new", suppressions: [{ kind: "external", justification: "So." }] },
    {
      baselineState: "unchanged",
      fixes: [
        {
          artifactChanges: [
            {
              replacements: [
                { deletedRegion: { startLine: 1, startColumn: 1 }, insertedContent: { text: "y" } },
              ],
            },
          ],
        },
      ],
    },
    { ruleId: "a/b", baselineState: "absent", kind: "notApplicable" },
  ]);
});
