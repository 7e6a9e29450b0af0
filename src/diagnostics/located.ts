import type { Document, Span } from "../source/document.ts";
import type { Origin } from "../source/origin.ts";
import type { Diagnostic, Related, Severity } from "./diagnostic.ts";
import type { Repair } from "./fix.ts";
import { stablePlace } from "./stable-place.ts";

/** A diagnostic with its file and, where that file was read, the place in it. What the formats print. */
export interface LocatedDiagnostic extends Omit<Diagnostic, "fix"> {
  readonly file: string;
  readonly related?: readonly LocatedRelated[];
  /** Its path with names in place of numbers, which stays when lists are sorted anew. */
  readonly place?: readonly string[];
  /** Somebody has said why it stays. */
  readonly suppression?: Suppression;
  /** Present where there is a baseline to compare with. */
  readonly baselineState?: "new" | "unchanged";
  readonly repair?: Repair;
}

export interface Suppression {
  /** In the file itself, or elsewhere. */
  readonly kind: "inSource" | "external";
  readonly justification: string;
}

/** Whether a finding asks for something: it is neither suppressed nor known from before. */
export function isActive({ suppression, baselineState }: LocatedDiagnostic): boolean {
  return suppression === undefined && baselineState !== "unchanged";
}

export interface LocatedRelated extends Related {
  readonly file: string;
  readonly span?: Span;
}

/** `documents` by the names of their files, as origins spell them. */
export function locate(diagnostic: Diagnostic, documents: ReadonlyMap<string, Document>): LocatedDiagnostic {
  const { origin, at, related, span, fix: _fix, ...rest } = diagnostic;
  const place = stablePlace(origin, documents);
  return {
    ...rest,
    ...(span ? { file: origin.file, span } : placeOf(origin, documents, at)),
    origin,
    ...(place && { place }),
    ...(at && { at }),
    ...(related && { related: related.map((one) => ({ ...one, ...placeOf(one.origin, documents) })) }),
  };
}

/** A copy, a nested deployment or a computed value has no file that was read; what it came from may have one. */
function placeOf(
  origin: Origin,
  documents: ReadonlyMap<string, Document>,
  at?: "key",
): { readonly file: string; readonly span?: Span } {
  for (let known: Origin | undefined = origin; known; known = known.through) {
    const document = documents.get(known.file);
    if (!document) continue;
    const span = at === "key" ? document.keySpanOf(known.path) : document.spanOf(known.path);
    return { file: known.file, span };
  }
  return { file: origin.file };
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By file, place, severity, rule and message; of equal ones the first is kept. Files without a place come first. */
export function sortDiagnostics(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const sorted = diagnostics.toSorted(compare);
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return !before || compare(before, diagnostic) !== 0;
  });
}

function compare(left: LocatedDiagnostic, right: LocatedDiagnostic): number {
  return (
    compareText(left.file, right.file) ||
    (left.span?.start.offset ?? -1) - (right.span?.start.offset ?? -1) ||
    RANKS[left.severity] - RANKS[right.severity] ||
    compareText(left.rule, right.rule) ||
    compareText(left.message, right.message) ||
    (left.span?.end.offset ?? -1) - (right.span?.end.offset ?? -1) ||
    compareText(relatedKey(left), relatedKey(right))
  );
}

/** The same sentence with other places beside it is another finding. */
function relatedKey({ hint, related = [] }: LocatedDiagnostic): string {
  return JSON.stringify([
    hint,
    related.map(({ file, span, message }) => [file, span?.start.offset, message]),
  ]);
}

/** By code units: the same on every machine, whatever its language. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
