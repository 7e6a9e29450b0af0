import { type Analysis, analyse } from "./analyse.ts";
import { type Design, design, type Given } from "./design.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "./diagnostics/index.ts";
import type { Estate } from "./model/estate.ts";
import { readEstate } from "./readers/estate/read-estate.ts";
import type { Document } from "./source/document.ts";

/** What a file turned out to be, and what is wrong with it. */
export type Checked =
  | {
      readonly type: "intent";
      readonly design: Design | undefined;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly type: "estate";
      readonly estate: Estate;
      readonly analysis: Analysis;
      readonly diagnostics: readonly Diagnostic[];
    };

/** Checks an intent or an estate file; which of the two it is, its own keys say. */
export function check(document: Document, given: Given): Checked {
  if (!isEstate(document)) return { type: "intent", ...design(document, given) };

  const { estate, diagnostics } = readEstate(document);
  const analysis = analyse(estate, given.prices ? { sheet: given.prices } : {});
  return {
    type: "estate",
    estate,
    analysis,
    diagnostics: [...syntaxDiagnostics(document), ...diagnostics, ...analysis.findings],
  };
}

function isEstate({ value }: Document): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return "formatVersion" in value || ("resources" in value && !("virtualNetworks" in value));
}
