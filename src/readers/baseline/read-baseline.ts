import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../../diagnostics/from-syntax.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import type { Document } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import { originWithin } from "../../source/origin.ts";
import { type BaselineEntry, baselineFile } from "./baseline-file.ts";

const VERSION = 1;

export interface BaselineRead {
  readonly entries: readonly BaselineEntry[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A baseline as it was written; nothing of it where it is not whole. */
export function readBaseline(document: Document): BaselineRead {
  const syntax = syntaxDiagnostics(document);
  if (syntax.length > 0) return { entries: undefined, diagnostics: syntax };

  const origin = { file: document.file, path: [] };
  const { value } = document;
  const version = isBaseline(document) && isObject(value) ? value["version"] : undefined;
  if (typeof version === "number" && version !== VERSION) {
    const diagnostic: Diagnostic = {
      rule: "baseline/unsupported-version",
      severity: "error",
      message: `The baseline is of version ${version}; this Isthmus reads version ${VERSION}.`,
      origin: originWithin(origin, "version"),
      hint: "Write it anew with --update-baseline.",
    };
    return { entries: undefined, diagnostics: [diagnostic] };
  }
  const { data, diagnostics } = checkSchema(baselineFile, value ?? null, origin, "baseline");
  return { entries: data?.findings, diagnostics };
}

/** Whether a file says of itself that it is one, of whatever version: then it may be written over. */
export function isBaseline({ value }: Document): boolean {
  return isObject(value) && value["format"] === "isthmus/baseline";
}
