import { allRules } from "../analyse.ts";
import {
  type AbsentFinding,
  type Diagnostic,
  formatGithub,
  formatJson,
  formatJunit,
  formatSarif,
  formatText,
  isActive,
  type LocatedDiagnostic,
  locate,
  type Paint,
  type Repair,
  repairOf,
  sortDiagnostics,
} from "../diagnostics/index.ts";
import type { Document } from "../source/index.ts";

export type FindingFormat = "text" | "json" | "sarif" | "github" | "junit";

/** Files as the person named them, by the base names that documents go by. */
export type Shown = ReadonlyMap<string, ShownFile>;

export interface ShownFile {
  readonly document: Document;
  readonly path: string;
}

/** Every finding once, in the order of the files. What can be fixed is said where its file is one that is `editable`. */
export function placeFindings(
  diagnostics: readonly Diagnostic[],
  shown: Shown,
  editable: ReadonlySet<string> = new Set(),
): readonly LocatedDiagnostic[] {
  const documents = new Map([...shown].map(([name, { document }]) => [name, document]));
  const edited = new Map([...documents].filter(([name]) => editable.has(name)));
  const pathOf = (file: string) => shown.get(file)?.path ?? file;
  const located = diagnostics.map((diagnostic) => {
    const { file, origin, related, ...rest } = locate(diagnostic, documents);
    return {
      ...rest,
      file: pathOf(file),
      origin: { ...origin, file: pathOf(origin.file) },
      ...(diagnostic.fix && editable.size > 0
        ? { repair: repairAs(repairOf(diagnostic.fix, edited), pathOf) }
        : {}),
      ...(related ? { related: related.map((one) => ({ ...one, file: pathOf(one.file) })) } : {}),
    };
  });
  return sortDiagnostics(located);
}

function repairAs(repair: Repair, pathOf: (file: string) => string): Repair {
  if (repair.kind === "refused") return repair;
  return { ...repair, edits: repair.edits.map((edit) => ({ ...edit, file: pathOf(edit.file) })) };
}

export function formatFindings(
  located: readonly LocatedDiagnostic[],
  format: FindingFormat,
  paint: Paint,
  absent: readonly AbsentFinding[] = [],
): string {
  return ensureNewline(formatters[format](located, paint, absent));
}

type Formatter = (
  located: readonly LocatedDiagnostic[],
  paint: Paint,
  absent: readonly AbsentFinding[],
) => string;

const formatters: Readonly<Record<FindingFormat, Formatter>> = {
  text: (located, paint) => formatText(located, paint),
  json: (located, _paint, absent) => formatJson(located, absent),
  sarif: (located, _paint, absent) => formatSarif(located, allRules, absent),
  github: (located) => formatGithub(located),
  junit: (located) => formatJunit(located),
};

/** Whether something is found that nobody has accounted for. */
export function hasError(diagnostics: readonly LocatedDiagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error" && isActive(diagnostic));
}

function ensureNewline(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
