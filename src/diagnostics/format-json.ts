import type { Span } from "../source/document.ts";
import type { Path } from "../source/path.ts";
import { type AbsentFinding, countAbsent } from "./absent-finding.ts";
import { countBySeverity, type SeverityCounts } from "./count-by-severity.ts";
import { countQuiet } from "./count-quiet.ts";
import type { Severity } from "./diagnostic.ts";
import type { FileEdit } from "./fix.ts";
import { isActive, type LocatedDiagnostic, type LocatedRelated } from "./located.ts";

/** The published shape of `--format json`; fields are added and never changed within a version. */
export interface DiagnosticsAnswer {
  readonly format: "isthmus/diagnostics";
  readonly version: 1;
  readonly diagnostics: readonly DiagnosticAnswer[];
  readonly counts: SeverityCounts;
  /** Of findings that somebody has said why they stay; absent where there are none. */
  readonly suppressed?: number;
  /** Of what a baseline knows: how much is still there, and how much of it is not. */
  readonly baseline?: BaselineCounts;
}

export interface BaselineCounts {
  readonly unchanged: number;
  readonly absent: number;
}

export interface DiagnosticAnswer {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly span?: Span;
  /** Keys from the root of `file`; absent where the value is not in a file of the user's. */
  readonly path?: Path;
  readonly related: readonly { readonly message: string; readonly file: string; readonly span?: Span }[];
  /** What `--fix` would write. */
  readonly fix?: readonly { readonly file: string; readonly span: Span; readonly text: string }[];
}

/** For programs: the same bytes for the same findings. Ends with a line break, as files do. */
export function formatJson(
  diagnostics: readonly LocatedDiagnostic[],
  absent: readonly AbsentFinding[] = [],
): string {
  return `${JSON.stringify(answerOf(diagnostics, absent), undefined, 2)}\n`;
}

function answerOf(
  diagnostics: readonly LocatedDiagnostic[],
  absent: readonly AbsentFinding[],
): DiagnosticsAnswer {
  const active = diagnostics.filter(isActive);
  const { suppressed, known } = countQuiet(diagnostics);
  const isCompared = absent.length > 0 || diagnostics.some((one) => one.baselineState !== undefined);
  return {
    format: "isthmus/diagnostics",
    version: 1,
    diagnostics: active.map(answerOne),
    counts: countBySeverity(active),
    ...(suppressed > 0 ? { suppressed } : {}),
    ...(isCompared ? { baseline: { unchanged: known, absent: countAbsent(absent) } } : {}),
  };
}

function answerOne(diagnostic: LocatedDiagnostic): DiagnosticAnswer {
  const { rule, severity, message, hint, file, span, origin, related = [], repair } = diagnostic;
  return {
    rule,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    file,
    ...(span && { span: orderedSpan(span) }),
    ...(file === origin.file && { path: origin.path }),
    related: related.map(answerRelated),
    ...(repair?.kind === "possible" ? { fix: repair.edits.map(answerEdit) } : {}),
  };
}

function answerRelated({ message, file, span }: LocatedRelated): DiagnosticAnswer["related"][number] {
  return { message, file, ...(span && { span: orderedSpan(span) }) };
}

function answerEdit({ file, span, text }: FileEdit) {
  return { file, span: orderedSpan(span), text };
}

/** The order of keys in the text follows from the order here, not from who built the value. */
function orderedSpan({ start, end }: Span): Span {
  return {
    start: { line: start.line, column: start.column, offset: start.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
  };
}
