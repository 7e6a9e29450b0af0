import type { Span } from "../source/document.ts";
import type { Path } from "../source/path.ts";
import { countBySeverity, type SeverityCounts } from "./count-by-severity.ts";
import type { Severity } from "./diagnostic.ts";
import type { LocatedDiagnostic, LocatedRelated } from "./located.ts";

/** The published shape of `--format json`; fields are added and never changed within a version. */
export interface DiagnosticsAnswer {
  readonly format: "isthmus/diagnostics";
  readonly version: 1;
  readonly diagnostics: readonly DiagnosticAnswer[];
  readonly counts: SeverityCounts;
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
}

/** For programs: the same bytes for the same findings. Ends with a line break, as files do. */
export function formatJson(diagnostics: readonly LocatedDiagnostic[]): string {
  return `${JSON.stringify(answerOf(diagnostics), undefined, 2)}\n`;
}

function answerOf(diagnostics: readonly LocatedDiagnostic[]): DiagnosticsAnswer {
  return {
    format: "isthmus/diagnostics",
    version: 1,
    diagnostics: diagnostics.map(answerOne),
    counts: countBySeverity(diagnostics),
  };
}

function answerOne(diagnostic: LocatedDiagnostic): DiagnosticAnswer {
  const { rule, severity, message, hint, file, span, origin, related = [] } = diagnostic;
  return {
    rule,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    file,
    ...(span && { span: orderedSpan(span) }),
    ...(file === origin.file && { path: origin.path }),
    related: related.map(answerRelated),
  };
}

function answerRelated({ message, file, span }: LocatedRelated): DiagnosticAnswer["related"][number] {
  return { message, file, ...(span && { span: orderedSpan(span) }) };
}

/** The order of keys in the text follows from the order here, not from who built the value. */
function orderedSpan({ start, end }: Span): Span {
  return {
    start: { line: start.line, column: start.column, offset: start.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
  };
}
