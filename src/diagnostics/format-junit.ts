import { visible } from "../source/excerpt.ts";
import { formatPlace } from "./format-place.ts";
import { isActive, type LocatedDiagnostic } from "./located.ts";

/**
 * For build servers that show tests: a failed test for each error and warning, a passed one for each remark, a skipped
 * one for each finding that is suppressed or known.
 */
export function formatJunit(diagnostics: readonly LocatedDiagnostic[]): string {
  const active = diagnostics.filter(isActive);
  const failures = active.filter(({ severity }) => severity !== "info").length;
  const skipped = diagnostics.length - active.length;
  const cases = diagnostics.length === 0 ? [passedCase("isthmus", "no findings")] : diagnostics.map(caseOf);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${cases.length}" failures="${failures}">`,
    `  <testsuite name="isthmus" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseOf(diagnostic: LocatedDiagnostic): string {
  const { rule, severity, message, hint, related = [] } = diagnostic;
  const name = `${formatPlace(diagnostic)} ${message}`;
  if (!isActive(diagnostic)) return skippedCase(diagnostic, name);
  if (severity === "info") return passedCase(rule, name);

  const lines = [
    formatPlace(diagnostic),
    visible(message),
    ...related.map((one) => `${formatPlace(one)} ${visible(one.message)}`),
    ...(hint === undefined ? [] : [`hint: ${visible(hint)}`]),
  ];
  return [
    `    <testcase classname="${escapeXml(rule)}" name="${escapeXml(name)}">`,
    `      <failure type="${severity}" message="${escapeXml(message)}">${lines.map(escapeXml).join("\n")}</failure>`,
    "    </testcase>",
  ].join("\n");
}

function passedCase(rule: string, name: string): string {
  return `    <testcase classname="${escapeXml(rule)}" name="${escapeXml(name)}"/>`;
}

function skippedCase({ rule, suppression }: LocatedDiagnostic, name: string): string {
  const why = suppression?.justification ?? "It is in the baseline.";
  return [
    `    <testcase classname="${escapeXml(rule)}" name="${escapeXml(name)}">`,
    `      <skipped message="${escapeXml(why)}"/>`,
    "    </testcase>",
  ].join("\n");
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

/** XML 1.0 has no way to say control characters, lone surrogates, U+FFFE and U+FFFF; the first are made visible. */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}
