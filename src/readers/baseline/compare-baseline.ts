import type { AbsentFinding } from "../../diagnostics/absent-finding.ts";
import { hash } from "../../diagnostics/fingerprint.ts";
import type { LocatedDiagnostic } from "../../diagnostics/located.ts";
import type { BaselineEntry } from "./baseline-file.ts";

/** What a finding is in a baseline, whose files are named from its own folder. `undefined`: it has no place there. */
export type EntryOf = (finding: LocatedDiagnostic) => BaselineEntry | undefined;

/** An entry for a finding; `file` as the baseline names it. */
export function entryOf({ rule, origin, place, message }: LocatedDiagnostic, file: string): BaselineEntry {
  const keys = place ?? origin.path.map(String);
  const known = keys.length > 0 ? keys : [message.replace(/line \d+/g, "line")];
  return {
    rule,
    file,
    place: known.join("/"),
    fingerprint: hash([rule, file, JSON.stringify(known)].join("\n")),
  };
}

export interface Compared {
  readonly findings: readonly LocatedDiagnostic[];
  readonly absent: readonly AbsentFinding[];
}

/** Of findings that nothing tells apart as many are known as the baseline has; those that come first. */
export function compareBaseline(
  findings: readonly LocatedDiagnostic[],
  entries: readonly BaselineEntry[],
  entryOfFinding: EntryOf,
): Compared {
  const left = new Map<string, number>();
  for (const { fingerprint, count = 1 } of entries)
    left.set(fingerprint, (left.get(fingerprint) ?? 0) + count);

  const compared = findings.map((finding): LocatedDiagnostic => {
    const entry = finding.suppression ? undefined : entryOfFinding(finding);
    const known = entry ? (left.get(entry.fingerprint) ?? 0) : 0;
    if (!entry || known === 0) return { ...finding, baselineState: "new" };
    left.set(entry.fingerprint, known - 1);
    return { ...finding, baselineState: "unchanged" };
  });
  const absent = entries.flatMap(({ rule, file, fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    left.delete(fingerprint);
    return count > 0 ? [{ rule, file, fingerprint, count }] : [];
  });
  return { findings: compared, absent };
}
