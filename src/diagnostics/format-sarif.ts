import type { Span } from "../source/document.ts";
import type { AbsentFinding } from "./absent-finding.ts";
import { artifactUri } from "./artifact-uri.ts";
import type { Severity } from "./diagnostic.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { FileEdit } from "./fix.ts";
import type { LocatedDiagnostic, LocatedRelated } from "./located.ts";
import type { RuleSummary } from "./rule-summary.ts";

/** SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function formatSarif(
  diagnostics: readonly LocatedDiagnostic[],
  rules: readonly RuleSummary[],
  absent: readonly AbsentFinding[] = [],
): string {
  const known = withUnlisted(rules, [...diagnostics, ...absent]);
  const indexes = new Map(known.map(({ id }, index) => [id, index]));
  const occurrences = new Map<string, number>();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "isthmus", rules: known.map(descriptorOf) } },
        columnKind: "utf16CodeUnits",
        results: [
          ...diagnostics.map((diagnostic) => resultOf(diagnostic, indexes, occurrences)),
          ...absent.map((one) => absentResult(one, indexes)),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** The syntax findings, for example, come from no rule on the list. */
function withUnlisted(
  rules: readonly RuleSummary[],
  diagnostics: readonly { readonly rule: string }[],
): readonly (Pick<RuleSummary, "id"> & Partial<RuleSummary>)[] {
  const listed = new Set(rules.map(({ id }) => id));
  const unlisted = new Set(diagnostics.map(({ rule }) => rule).filter((rule) => !listed.has(rule)));
  return [...rules, ...[...unlisted].toSorted().map((id) => ({ id }))];
}

function descriptorOf({ id, summary, source }: Pick<RuleSummary, "id"> & Partial<RuleSummary>): object {
  return {
    id,
    ...(summary === undefined ? {} : { shortDescription: { text: summary } }),
    ...(source === undefined ? {} : { helpUri: source }),
  };
}

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function resultOf(
  diagnostic: LocatedDiagnostic,
  indexes: ReadonlyMap<string, number>,
  occurrences: Map<string, number>,
): object {
  const { rule, severity, message, hint, related = [], suppression, baselineState, repair } = diagnostic;
  const fingerprint = fingerprintOf(diagnostic);
  const occurrence = (occurrences.get(fingerprint) ?? 0) + 1;
  occurrences.set(fingerprint, occurrence);
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: LEVELS[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: physicalLocationOf(diagnostic) }],
    ...(related.length > 0 && { relatedLocations: related.map(relatedLocationOf) }),
    partialFingerprints: { "isthmus/v1": `${fingerprint}:${occurrence}` },
    ...(baselineState && { baselineState }),
    ...(suppression && { suppressions: [suppression] }),
    ...(repair?.kind === "possible" && { fixes: [fixOf(repair.edits, hint ?? message)] }),
  };
}

function absentResult(
  { rule, file, fingerprint }: AbsentFinding,
  indexes: ReadonlyMap<string, number>,
): object {
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    kind: "notApplicable",
    level: "none",
    message: { text: "It is in the baseline, and is found no more." },
    locations: [{ physicalLocation: physicalLocationOf({ file }) }],
    partialFingerprints: { "isthmus-baseline/v1": fingerprint },
    baselineState: "absent",
  };
}

function fixOf(edits: readonly FileEdit[], text: string): object {
  return {
    description: { text },
    artifactChanges: edits.map(({ file, span, text: inserted }) => ({
      artifactLocation: { uri: artifactUri(file) },
      replacements: [{ deletedRegion: regionOf(span), insertedContent: { text: inserted } }],
    })),
  };
}

function relatedLocationOf(related: LocatedRelated, id: number): object {
  return { id, physicalLocation: physicalLocationOf(related), message: { text: related.message } };
}

function physicalLocationOf({ file, span }: { readonly file: string; readonly span?: Span }): object {
  return { artifactLocation: { uri: artifactUri(file) }, ...(span && { region: regionOf(span) }) };
}

/** One-based, the end column after the last character, as our spans are. */
function regionOf({ start, end }: Span): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
