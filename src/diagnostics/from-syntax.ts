import type { Document } from "../source/document.ts";
import { isJsonFile } from "../source/read-document.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** What kept a file from being YAML or JSON, as findings like any other. */
export function syntaxDiagnostics(document: Document): readonly Diagnostic[] {
  const rule = isJsonFile(document.file) ? "source/invalid-json" : "source/invalid-yaml";
  return document.problems.map((problem) => ({
    rule,
    severity: "error",
    ...problem,
    origin: { file: document.file, path: [] },
  }));
}
