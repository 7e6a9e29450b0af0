import { allRules } from "../analyse.ts";
import {
  type Diagnostic,
  formatGithub,
  formatJson,
  formatJunit,
  formatSarif,
  formatText,
  type LocatedDiagnostic,
  locate,
  type Paint,
  sortDiagnostics,
} from "../diagnostics/index.ts";
import type { Document } from "../source/index.ts";

export const findingFormats = ["text", "json", "sarif", "github", "junit"] as const;
export type FindingFormat = (typeof findingFormats)[number];

/** Files as the person named them, by the base names that documents go by. */
export type Shown = ReadonlyMap<string, { readonly document: Document; readonly path: string }>;

/** Every finding once, in the order of the files. */
export function placeFindings(diagnostics: readonly Diagnostic[], shown: Shown): readonly LocatedDiagnostic[] {
  const documents = new Map([...shown].map(([name, { document }]) => [name, document]));
  const pathOf = (file: string) => shown.get(file)?.path ?? file;
  const located = diagnostics.map((diagnostic) => {
    const { file, origin, related, ...rest } = locate(diagnostic, documents);
    return {
      ...rest,
      file: pathOf(file),
      origin: { ...origin, file: pathOf(origin.file) },
      ...(related ? { related: related.map((one) => ({ ...one, file: pathOf(one.file) })) } : {}),
    };
  });
  return sortDiagnostics(located);
}

export function formatFindings(located: readonly LocatedDiagnostic[], format: FindingFormat, paint: Paint): string {
  switch (format) {
    case "text":
      return `${formatText(located, paint)}\n`;
    case "json":
      return ensureNewline(formatJson(located));
    case "sarif":
      return ensureNewline(formatSarif(located, allRules));
    case "github":
      return ensureNewline(formatGithub(located));
    case "junit":
      return ensureNewline(formatJunit(located));
  }
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function ensureNewline(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
