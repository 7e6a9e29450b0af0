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
  type Severity,
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

/** Every finding once, in the order of the files. */
export function placeFindings(
  diagnostics: readonly Diagnostic[],
  shown: Shown,
): readonly LocatedDiagnostic[] {
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

export function formatFindings(
  located: readonly LocatedDiagnostic[],
  format: FindingFormat,
  paint: Paint,
): string {
  return ensureNewline(formatters[format](located, paint));
}

const formatters: Readonly<
  Record<FindingFormat, (located: readonly LocatedDiagnostic[], paint: Paint) => string>
> = {
  text: formatText,
  json: (located) => formatJson(located),
  sarif: (located) => formatSarif(located, allRules),
  github: (located) => formatGithub(located),
  junit: (located) => formatJunit(located),
};

export function hasError(diagnostics: readonly { readonly severity: Severity }[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function ensureNewline(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
