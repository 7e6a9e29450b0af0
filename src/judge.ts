import { allRules } from "./analyse.ts";
import type { Severity } from "./diagnostics/diagnostic.ts";
import { isActive, type LocatedDiagnostic, sortDiagnostics } from "./diagnostics/located.ts";
import { REMARKS } from "./diagnostics/remarks.ts";
import { anyOf, applyIgnores } from "./diagnostics/suppressions/apply-ignores.ts";
import type { Ignore } from "./diagnostics/suppressions/ignore.ts";
import { readComments } from "./diagnostics/suppressions/read-comments.ts";
import type { Config } from "./readers/config/config.ts";
import type { Document } from "./source/document.ts";

/** Every rule that may be named, and the severity that it has unless somebody says otherwise. */
export const severityByRule: ReadonlyMap<string, Severity> = new Map([
  ...REMARKS,
  ...allRules.map(({ id, severity }) => [id, severity] as const),
]);

const knownRules = { ids: new Set(severityByRule.keys()), mayBeIgnored: isJudgement };

/** Whether a finding is about what a file says, and not about what keeps it from being read as it is meant. */
export function isJudgement({ rule, severity }: LocatedDiagnostic): boolean {
  return severityByRule.has(rule) || severity !== "error";
}

export interface JudgeGiven {
  /** As people name them; comments in them count. */
  readonly files: readonly { readonly path: string; readonly document: Document }[];
  readonly config: Config | undefined;
  /** What the config has ignored, where it stands. */
  readonly ignores: readonly Ignore[];
}

export interface Judged {
  /** Those that are ignored are marked; those of rules that are off are gone. */
  readonly findings: readonly LocatedDiagnostic[];
  readonly used: ReadonlySet<Ignore>;
  /** What the config has done, for the answer to tell. */
  readonly changes: ConfigChanges;
}

export interface ConfigChanges {
  readonly off: number;
  readonly lowered: number;
  readonly raised: number;
  /** Of the lowered ones, those that were errors. */
  readonly loweredErrors: number;
}

/** What of the findings counts, after what a project has said of them in comments and in its config. */
export function judge(findings: readonly LocatedDiagnostic[], given: JudgeGiven): Judged {
  const comments = given.files.map(({ path, document }) => readComments(path, document));
  const ignores = [...comments.flatMap((read) => read.ignores), ...given.ignores];
  const applied = applyIgnores(findings, ignores, knownRules);
  const { kept, changes } = withSeverities(applied.findings, given.config);
  const mistakes = comments.flatMap((read) => read.mistakes);
  return { findings: sortDiagnostics([...kept, ...mistakes]), used: applied.used, changes };
}

function withSeverities(findings: readonly LocatedDiagnostic[], config: Config | undefined) {
  const changes = { off: 0, lowered: 0, raised: 0, loweredErrors: 0 };
  const kept = findings.flatMap((finding) => {
    const severity = severityFor(finding, config);
    if (severity === finding.severity) return [finding];
    if (isActive(finding)) count(changes, finding.severity, severity);
    return severity === "off" ? [] : [{ ...finding, severity }];
  });
  return { kept, changes };
}

/** A whole noun may be off: of its errors that is not meant. */
function severityFor(finding: LocatedDiagnostic, config: Config | undefined): Severity | "off" {
  const { rule, severity } = finding;
  if (!config || !isJudgement(finding)) return severity;
  const own = config.severities.get(rule);
  if (own !== undefined) return own;
  const ofNoun = config.severities.get(anyOf(rule)) ?? severity;
  return ofNoun === "off" && severity === "error" ? severity : ofNoun;
}

const RANKS: Readonly<Record<Severity | "off", number>> = { off: 0, info: 1, warning: 2, error: 3 };

function count(
  changes: { -readonly [key in keyof ConfigChanges]: number },
  from: Severity,
  to: Severity | "off",
): void {
  if (to === "off") changes.off++;
  else if (RANKS[to] > RANKS[from]) changes.raised++;
  else {
    changes.lowered++;
    if (from === "error") changes.loweredErrors++;
  }
}
