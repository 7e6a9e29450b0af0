import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import { syntaxDiagnostics } from "../../diagnostics/from-syntax.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import type { Document } from "../../source/document.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import type { Config, IgnoreEntry } from "./config.ts";
import { configFile } from "./config-file.ts";

export interface ConfigRead {
  /** Absent where the file is not as it has to be: then it changes nothing. */
  readonly config: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A project's word on rules. `severityOf` knows every rule, and what its findings are without such a word. */
export function readConfig(
  document: Document,
  severityOf: ReadonlyMap<string, Severity | undefined>,
): ConfigRead {
  const syntax = syntaxDiagnostics(document);
  if (syntax.length > 0) return { config: undefined, diagnostics: syntax };

  const origin = { file: document.file, path: [] };
  // A file of comments alone says nothing, which is allowed.
  const { data, diagnostics } = checkSchema(configFile, document.value ?? {}, origin, "config");
  if (!data) return { config: undefined, diagnostics };

  const mistakes: Diagnostic[] = [];
  const severities = new Map<string, Severity | "off">();
  for (const [rule, severity] of Object.entries(data.severities ?? {})) {
    const at = originWithin(origin, "severities", rule);
    const mistake = unknownRule(rule, at, severityOf) ?? errorOff(rule, severity, at, severityOf);
    if (mistake) mistakes.push({ ...mistake, at: "key" });
    else severities.set(rule, severity);
  }
  const ignores: IgnoreEntry[] = [];
  for (const [index, entry] of (data.ignore ?? []).entries()) {
    const at = originWithin(origin, "ignore", index, "rule");
    const mistake = unknownRule(entry.rule, at, severityOf);
    if (mistake) mistakes.push(mistake);
    else ignores.push({ ...entry, origin: at });
  }
  return { config: { severities, ignores }, diagnostics: mistakes };
}

function unknownRule(
  rule: string,
  origin: Origin,
  severityOf: ReadonlyMap<string, unknown>,
): Diagnostic | undefined {
  const ids = [...severityOf.keys()];
  const noun = /^(.+)\/\*$/.exec(rule)?.[1];
  if (noun === undefined ? severityOf.has(rule) : ids.some((id) => id.startsWith(`${noun}/`)))
    return undefined;

  const candidates = noun === undefined ? ids : [...new Set(ids.map((id) => `${id.split("/")[0]}/*`))];
  const guess = didYouMean(rule, candidates);
  return {
    rule: "config/unknown-rule",
    severity: "error",
    message: `"${rule}" is the id of no rule.`,
    origin,
    hint: guess ? `Write ${guess}.` : "Write an id as findings show it, or noun/* for all of a noun.",
  };
}

/** Of what Azure refuses, each place is to be known and to have its reason; and what is off is never seen again. */
function errorOff(
  rule: string,
  severity: Severity | "off",
  origin: Origin,
  severityOf: ReadonlyMap<string, Severity | undefined>,
): Diagnostic | undefined {
  if (severity !== "off" || severityOf.get(rule) !== "error") return undefined;
  return {
    rule: "config/unsupported-severity",
    severity: "error",
    message: `${rule} finds what Azure refuses or what cannot work, and cannot be off.`,
    origin,
    hint: "Ignore it where it is meant, with a reason, or make it a warning.",
  };
}
