import { expect, it } from "vitest";
import { formatJunit } from "./format-junit.ts";
import type { LocatedDiagnostic } from "./located.ts";

const finding: LocatedDiagnostic = {
  rule: "hub/unknown-sku",
  severity: "error",
  message: "<hub> & \"spoke\"\u0000\u001B\uFFFE\uD800 'x'",
  hint: "Choose ]]> another.",
  file: "network.yaml",
  span: { start: { offset: 9, line: 2, column: 3 }, end: { offset: 14, line: 2, column: 8 } },
  origin: { file: "network.yaml", path: [] },
};

it("writes a failed test for each error and warning, and a passed one for each remark", () => {
  const findings = (["error", "warning", "info"] as const).map((severity) => ({ ...finding, severity }));

  const written = formatJunit(findings);

  expect(written).toContain('<testsuite name="isthmus" tests="3" failures="2" errors="0" skipped="0">');
  expect(written.match(/<testcase classname="hub\/unknown-sku"/g)).toHaveLength(3);
  expect(written.match(/<failure type="\w+"/g)).toEqual(['<failure type="error"', '<failure type="warning"']);
});

it("writes only what XML can say", () => {
  const written = formatJunit([finding]);

  const text = "&lt;hub&gt; &amp; &quot;spoke&quot;\\u0000\\u001b\uFFFD\uFFFD &apos;x&apos;";
  expect(written.split("\n").slice(3, 8)).toEqual([
    `    <testcase classname="hub/unknown-sku" name="network.yaml:2:3 ${text}">`,
    `      <failure type="error" message="${text}">network.yaml:2:3`,
    text,
    "hint: Choose ]]&gt; another.</failure>",
    "    </testcase>",
  ]);
  expect(written).not.toMatch(/[^\P{Cc}\n]|[\uFFFE\uFFFF]|\p{Surrogate}/u);
});

it("passes one test if there is no finding", () => {
  expect(formatJunit([])).toContain('tests="1" failures="0"');
  expect(formatJunit([])).toContain('<testcase classname="isthmus" name="no findings"/>');
});
