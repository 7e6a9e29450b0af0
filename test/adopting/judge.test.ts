import { expect, it } from "vitest";
import { check } from "../../src/check.ts";
import { type LocatedDiagnostic, locate } from "../../src/diagnostics/index.ts";
import { judge, severityByRule } from "../../src/judge.ts";
import type { Config } from "../../src/readers/config/config.ts";
import { readConfig } from "../../src/readers/config/read-config.ts";
import { readDocument } from "../../src/source/index.ts";

const RULE = "subnet/missing-address-prefix";

function judged(text: string, { file = "hub.estate.yaml", config }: { file?: string; config?: Config } = {}) {
  const document = readDocument(file, text);
  const found = check(document, { reconsider: false }).diagnostics;
  const located = found.map((one) => locate(one, new Map([[file, document]])));
  return judge(located, { files: [{ path: file, document }], config, ignores: [] });
}

function estate(...lines: readonly string[]): string {
  return `formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/22] }
      subnets:
${lines.map((line) => `        ${line}\n`).join("")}`;
}

const WEB = "- { name: web, properties: {} }";

function shortOf({ findings }: { findings: readonly LocatedDiagnostic[] }): readonly string[] {
  return findings.map(
    ({ rule, severity, suppression }) => `${severity} ${rule}${suppression ? " (quiet)" : ""}`,
  );
}

it("ignores what points to the next line that is no comment, with the reason", () => {
  const result = judged(
    estate(
      `# ignore-next-line ${RULE} -- it comes -- later`,
      "",
      "# another",
      WEB,
      WEB.replace("web", "app"),
    ),
  );

  expect(shortOf(result)).toEqual([`error ${RULE} (quiet)`, `error ${RULE}`]);
  expect(result.findings[0]?.suppression).toEqual({ kind: "inSource", justification: "it comes -- later" });
});

it.each<readonly [reason: string, comment: string, expected: readonly string[]]>([
  ["no reason", `# ignore-next-line ${RULE}`, ["error suppression/missing-reason", `error ${RULE}`]],
  [
    "an empty reason",
    `# ignore-next-line ${RULE} -- `,
    ["error suppression/missing-reason", `error ${RULE}`],
  ],
  ["no rule", "# ignore-next-line -- so", ["error suppression/missing-rule", `error ${RULE}`]],
  [
    "nothing to ignore",
    "# ignore-next-line subnet/unknown-route-table -- so",
    ["warning suppression/unused-suppression", `error ${RULE}`],
  ],
  [
    "no such rule",
    "# ignore-next-line subnet/missing-adress-prefix -- so",
    ["warning suppression/unknown-rule", `error ${RULE}`],
  ],
  [
    "two rules",
    `# ignore-next-line ${RULE}, subnet/unknown-route-table -- so`,
    ["warning suppression/unused-suppression", `error ${RULE} (quiet)`],
  ],
  ["another word", "# ignore-next-lines are fine -- so", [`error ${RULE}`]],
])("tells %s", (_reason, comment, expected) => {
  expect(shortOf(judged(estate(comment, WEB)))).toEqual(expected);
});

function hintsAt(comment: string) {
  return judged(estate(comment, WEB)).findings.map(({ hint }) => hint);
}

it("says what was meant where a rule's name is misspelt, and what to write where the reason is missing", () => {
  expect(hintsAt("# ignore-next-line subnet/missing-adress-prefix -- so")).toContain(`Write ${RULE}.`);
  expect(hintsAt(`# ignore-next-line ${RULE}`)).toContain(`Write # ignore-next-line ${RULE} -- and why.`);
});

it("what keeps a file from being read cannot be ignored", () => {
  const text = estate(WEB).replace(
    "formatVersion: 1",
    "formatVersion: 1\n# ignore-next-line estate/unknown-key -- so\nbogus: 1",
  );

  expect(shortOf(judged(text))).toEqual(
    expect.arrayContaining(["error estate/unknown-key", "error suppression/unsupported-rule"]),
  );
});

function subnet(name: string, comment: string): string {
  return `
    ${comment}
    { "type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2024-05-01", ${name}, "properties": {} }`;
}

it("in a template both comments count, for copies and for what stands in nested templates", () => {
  const SCHEMA =
    '"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0"';
  const text = `{ ${SCHEMA}, "resources": [
    { "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "hub", "location": "westeurope",
      "properties": { "addressSpace": { "addressPrefixes": ["10.0.0.0/22"] } } },
    ${subnet('"copy": { "name": "c", "count": 2 }, "name": "[format(\'hub/s{0}\', copyIndex())]"', `// ignore-next-line ${RULE} -- both`)},
    { "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "in", "properties": { "mode": "Incremental",
      "template": { ${SCHEMA}, "resources": [${subnet('"name": "hub/in"', `/* ignore-next-line\n ${RULE} -- nested */`)}] } } }
  ] }`;

  const { findings } = judged(text, { file: "main.json" });

  expect(
    findings.filter(({ rule }) => rule === RULE).map(({ suppression }) => suppression?.justification),
  ).toEqual(["both", "both", "nested"]);
  expect(findings.filter(({ rule }) => rule.startsWith("suppression/"))).toEqual([]);
});

function configOf(text: string) {
  return readConfig(readDocument("isthmus.config.yaml", text), severityByRule);
}

it("a config lowers, raises and turns off, ids before nouns, and counts what it does", () => {
  const { config, diagnostics } = configOf(`severities:
  ${RULE}: warning
  virtual-network/*: off
  virtual-network/too-large-address-space: error
`);
  const text = estate(WEB).replace("10.0.0.0/22", "10.0.0.0/12, 10.0.0.0/22");

  const { findings, changes } = judged(text, config ? { config } : {});

  expect(diagnostics).toEqual([]);
  // Of a noun that is off the errors stay.
  expect(shortOf({ findings })).toEqual(
    expect.arrayContaining([`warning ${RULE}`, "error virtual-network/overlapping-address-prefixes"]),
  );
  expect(changes).toMatchObject({ lowered: 1, loweredErrors: 1, off: 0 });
});

it.each<readonly [text: string, rule: string, line: number]>([
  ["- a\n", "config/invalid-value", 1],
  ["a: &a\n  b: *a\n", "source/invalid-yaml", 2],
  ["severities:\n  subnet/nothing: off\n", "config/unknown-rule", 2],
  ["severities:\n  sub/*: off\n", "config/unknown-rule", 2],
  [`severities:\n  ${RULE}: off\n`, "config/unsupported-severity", 2],
  ["severities:\n  source/invalid-yaml: warning\n", "config/unknown-rule", 2],
  [`ignore:\n  - rule: ${RULE}\n`, "config/missing-value", 2],
  ["severity: {}\n", "config/unknown-key", 1],
])("a config %j is an error at its line", (text, rule, line) => {
  const document = readDocument("isthmus.config.yaml", text);
  const found = configOf(text).diagnostics.map((one) => locate(one, new Map([[document.file, document]])));

  expect(found.map((one) => [one.rule, one.span?.start.line])).toEqual([[rule, line]]);
});

it.each(["", "# nothing yet\n", "severities: {}\n"])("a config %j changes nothing", (text) => {
  expect(configOf(text)).toMatchObject({ diagnostics: [], config: { ignores: [] } });
});
