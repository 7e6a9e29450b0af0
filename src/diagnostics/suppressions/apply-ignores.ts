import { didYouMean } from "../did-you-mean.ts";
import type { LocatedDiagnostic } from "../located.ts";
import type { Ignore } from "./ignore.ts";

/** What can be said of rules by who knows them all. */
export interface KnownRules {
  readonly ids: ReadonlySet<string>;
  /** Errors that keep a file from being read are nobody's to ignore. */
  readonly mayBeIgnored: (finding: LocatedDiagnostic) => boolean;
}

export interface Applied {
  readonly findings: readonly LocatedDiagnostic[];
  readonly used: ReadonlySet<Ignore>;
}

/** Marks what is ignored, and finds what is ignored for nothing. */
export function applyIgnores(
  findings: readonly LocatedDiagnostic[],
  ignores: readonly Ignore[],
  known: KnownRules,
): Applied {
  const used = new Set<Ignore>();
  const refused = new Map<Ignore, LocatedDiagnostic>();
  const ignoresOf = byRule(ignores);
  const marked = findings.map((finding) => {
    const meant = [...(ignoresOf.get(finding.rule) ?? []), ...(ignoresOf.get(anyOf(finding.rule)) ?? [])];
    const covering = meant.filter((ignore) => ignore.covers(finding));
    const [first] = covering;
    if (!first) return finding;
    if (!known.mayBeIgnored(finding)) {
      for (const ignore of covering) if (!ignore.rule.endsWith("/*")) refused.set(ignore, finding);
      return finding;
    }
    for (const ignore of covering) used.add(ignore);
    return { ...finding, suppression: { kind: first.kind, justification: first.justification } };
  });
  const idle = ignores.flatMap((ignore) =>
    used.has(ignore) ? [] : (idleFinding(ignore, refused.get(ignore), known.ids) ?? []),
  );
  return { findings: [...marked, ...idle], used };
}

/** `subnet/*` is every rule of the noun. */
export function anyOf(rule: string): string {
  return `${rule.split("/")[0]}/*`;
}

function byRule(ignores: readonly Ignore[]): ReadonlyMap<string, readonly Ignore[]> {
  const groups = new Map<string, Ignore[]>();
  for (const ignore of ignores) {
    const group = groups.get(ignore.rule);
    if (group) group.push(ignore);
    else groups.set(ignore.rule, [ignore]);
  }
  return groups;
}

function idleFinding(
  { rule, file, span, isLookedAt }: Ignore,
  refused: LocatedDiagnostic | undefined,
  ids: ReadonlySet<string>,
): LocatedDiagnostic | undefined {
  const at = { file, span, origin: { file, path: [] } };
  if (refused) {
    return {
      rule: "suppression/unsupported-rule",
      severity: "error",
      message: `${rule} says what keeps a file from being read as it is meant, and cannot be ignored.`,
      hint: "Put the file right.",
      ...at,
    };
  }
  if (ids.has(rule) || rule.endsWith("/*")) {
    if (!isLookedAt) return undefined;
    return {
      rule: "suppression/unused-suppression",
      severity: "warning",
      message: `${rule} is ignored here, and nothing is found that this is meant for.`,
      hint: "Remove it.",
      ...at,
    };
  }
  const guess = didYouMean(rule, ids);
  return {
    rule: "suppression/unknown-rule",
    severity: "warning",
    message: `"${rule}" is ignored here, and no rule is called so.`,
    hint: guess ? `Write ${guess}.` : "Write the id of a rule as findings show it.",
    ...at,
  };
}
