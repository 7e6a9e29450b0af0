import { type Analysis, analyse } from "./analyse.ts";
import { type Design, design, type Given } from "./design.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "./diagnostics/index.ts";
import { type Estate, emptyEstate } from "./model/estate.ts";
import { readArmTemplate, type TemplateGiven } from "./readers/arm-template/read-arm-template.ts";
import { readAzureExport } from "./readers/azure-export/read-azure-export.ts";
import { estateOfDesign } from "./readers/estate/estate-of-design.ts";
import { readEstate } from "./readers/estate/read-estate.ts";
import type { InputFormat } from "./readers/input-format.ts";
import { joinEstates } from "./readers/join-estates.ts";
import { fits, recognise, unexpected, unrecognised } from "./readers/recognise.ts";
import { withSameSecrets } from "./readers/secrets/with-same-secrets.ts";
import { readTerraformPlan } from "./readers/terraform-plan/read-terraform-plan.ts";
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
      /** Files that the estate is continued in, by their path from this one: load them, and check again. */
      readonly missingFiles: readonly string[];
    };

export interface CheckGiven extends Given {
  /** For a template: parameters, linked files, and where it is deployed. */
  readonly template?: TemplateGiven;
  /** What the file is, where its keys are not to be asked. */
  readonly from?: InputFormat;
}

/** Checks an intent, an estate, or whatever an estate can be read from; which it is, its own keys say. */
export function check(document: Document, given: CheckGiven): Checked {
  const format = given.from ?? recognise(document);
  if (format === "intent") return { type: "intent", ...design(document, given) };
  return checkEstate([readNetwork(document, format, given.template)], given);
}

/** What one file says of an estate, and what is wrong with the file. */
export interface NetworkRead {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that the estate is continued in, by their path from this one: load them, and read again. */
  readonly missingFiles: readonly string[];
}

/** Reads any file but an intent. */
export function readNetwork(
  document: Document,
  format: Exclude<InputFormat, "intent"> | undefined,
  template?: TemplateGiven,
): NetworkRead {
  if (format !== undefined && !fits(document, format))
    return { estate: emptyEstate, diagnostics: [unexpected(document, format)], missingFiles: [] };
  const read = readAs(document, format, template);
  return {
    estate: read.estate,
    diagnostics: [...syntaxDiagnostics(document), ...read.diagnostics],
    missingFiles: read.missingFiles,
  };
}

function readAs(
  document: Document,
  format: Exclude<InputFormat, "intent"> | undefined,
  template: TemplateGiven | undefined,
) {
  switch (format) {
    case "arm-template": {
      const { estate, diagnostics, missingFiles } = readArmTemplate(document, template);
      return { estate, diagnostics, missingFiles };
    }
    case "azure-export":
      return { ...readAzureExport(document), missingFiles: [] };
    case "terraform-plan":
      return { ...readTerraformPlan(document), missingFiles: [] };
    case "estate":
      return { ...readEstate(document), missingFiles: [] };
    case "design":
      return { ...readEstate(estateOfDesign(document)), missingFiles: [] };
    case undefined:
      return { estate: emptyEstate, diagnostics: [unrecognised(document)], missingFiles: [] };
  }
}

/** Checks what several files say together. */
export function checkEstate(reads: readonly NetworkRead[], given: CheckGiven): Checked {
  const { estate: joined, diagnostics } = joinEstates(reads.map((read) => read.estate));
  const estate = withSameSecrets(joined);
  const analysis = analyse(estate, given.prices ? { sheet: given.prices } : {});
  return {
    type: "estate",
    estate,
    analysis,
    diagnostics: [...reads.flatMap((read) => read.diagnostics), ...diagnostics, ...analysis.findings],
    missingFiles: [...new Set(reads.flatMap((read) => read.missingFiles))],
  };
}
