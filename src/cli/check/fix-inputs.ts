import { isActive, type LocatedDiagnostic, type Repair } from "../../diagnostics/index.ts";
import { applyEdits } from "../../source/edit.ts";
import { disk } from "../file-source.ts";
import { type CheckAsked, type CheckedInputs, checkInputs } from "./check-inputs.ts";
import { overlay } from "./overlay.ts";

/** Each time everything is checked again; what is left then is left to the next run. */
const MOST_CHECKS = 200;

type Fixable = LocatedDiagnostic & { readonly repair: Extract<Repair, { kind: "possible" }> };

export interface Fixed {
  readonly before: CheckedInputs;
  readonly after: CheckedInputs;
  /** By path: what was read, and what is to be written. */
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  readonly fixed: readonly Fixable[];
  readonly undone: readonly Undone[];
  /** Whether nothing is left that could be fixed. */
  readonly isDone: boolean;
}

export interface Undone {
  readonly finding: Fixable;
  /** Whose errors it would bring. */
  readonly newRules: readonly string[];
}

/** Fixes all that can be fixed, in memory. What would bring a new error is left as it was. */
export function fixInputs(asked: CheckAsked): Fixed {
  const before = checkInputs(asked, disk);
  const fixed: Fixable[] = [];
  const undone: Undone[] = [];
  const texts = new Map<string, string>();
  let now = before;
  let most = Number.POSITIVE_INFINITY;
  for (let checks = 0; checks < MOST_CHECKS; checks++) {
    const left = fixableIn(now, undone);
    const chosen = withoutMeeting(left).slice(0, most);
    const [first] = chosen;
    if (!first)
      return { before, after: now, texts: changedTexts(before, texts), fixed, undone, isDone: true };

    const attempt = attemptFixes(asked, now, chosen, texts);
    const newRules = newErrors(now, chosen, attempt.checked);
    if (newRules.length === 0) {
      fixed.push(...chosen);
      for (const [path, text] of attempt.texts) texts.set(path, text);
      now = attempt.checked;
      most *= 2;
    } else {
      // One of them is at fault; it is found by halves.
      if (chosen.length === 1) undone.push({ finding: first, newRules });
      most = Math.max(1, Math.floor(chosen.length / 2));
    }
  }
  return { before, after: now, texts: changedTexts(before, texts), fixed, undone, isDone: false };
}

function changedTexts(before: CheckedInputs, texts: ReadonlyMap<string, string>): Fixed["texts"] {
  const originals = textsOf(before);
  return new Map([...texts].map(([path, after]) => [path, { before: originals.get(path) ?? "", after }]));
}

function fixableIn({ findings }: CheckedInputs, undone: readonly Undone[]): readonly Fixable[] {
  const givenUp = new Set(undone.map(({ finding }) => keyOf(finding)));
  return findings.filter(isFixable).filter((finding) => !givenUp.has(keyOf(finding)));
}

function isFixable(finding: LocatedDiagnostic): finding is Fixable {
  return finding.repair?.kind === "possible" && isActive(finding);
}

function keyOf({ rule, file, place = [], message }: LocatedDiagnostic): string {
  return JSON.stringify([rule, file, ...place, message]);
}

function textsOf({ groups }: CheckedInputs): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(({ shown }) => [...shown().values()].map(({ path, document }) => [path, document.text])),
  );
}

/** Of fixes that touch the same characters the first; the others have their turn when it is done. */
function withoutMeeting(findings: readonly Fixable[]): readonly Fixable[] {
  const taken = new Map<string, [start: number, end: number][]>();
  return findings.filter(({ repair }) => {
    const isFree = repair.edits.every(({ file, span }) =>
      (taken.get(file) ?? []).every(([start, end]) => span.end.offset < start || span.start.offset > end),
    );
    if (!isFree) return false;
    for (const { file, span } of repair.edits)
      taken.set(file, [...(taken.get(file) ?? []), [span.start.offset, span.end.offset]]);
    return true;
  });
}

function attemptFixes(
  asked: CheckAsked,
  now: CheckedInputs,
  chosen: readonly Fixable[],
  texts: ReadonlyMap<string, string>,
) {
  const written = textsOf(now);
  const next = new Map(texts);
  for (const file of new Set(chosen.flatMap(({ repair }) => repair.edits.map((edit) => edit.file)))) {
    const edits = chosen.flatMap(({ repair }) => repair.edits.filter((edit) => edit.file === file));
    const text = written.get(file);
    const edited = text === undefined ? undefined : applyEdits(text, edits);
    if (edited !== undefined) next.set(file, edited);
  }
  return { texts: next, checked: checkInputs(asked, overlay(next)) };
}

/** Rules that have more errors in a file than those that were not to be fixed: their names and places may have changed. */
function newErrors(now: CheckedInputs, chosen: readonly Fixable[], after: CheckedInputs): readonly string[] {
  const had = errorsByRule(now.findings);
  const fixed = errorsByRule(chosen);
  const grown = [...errorsByRule(after.findings)].filter(
    ([key, { count }]) => count > (had.get(key)?.count ?? 0) - (fixed.get(key)?.count ?? 0),
  );
  return [...new Set(grown.map(([, { rule }]) => rule))];
}

function errorsByRule(findings: readonly LocatedDiagnostic[]) {
  const counts = new Map<string, { readonly rule: string; readonly count: number }>();
  for (const { rule, file, severity } of findings) {
    if (severity !== "error") continue;
    const key = `${file}\n${rule}`;
    counts.set(key, { rule, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return counts;
}
