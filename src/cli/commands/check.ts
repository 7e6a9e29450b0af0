import { type Baseline, compareWith, filesOf, loadBaseline, updateBaseline } from "../check/baseline.ts";
import { type CheckAsked, type CheckedInputs, checkInputs } from "../check/check-inputs.ts";
import { whyNotEditable } from "../check/editable.ts";
import { fixInputs } from "../check/fix-inputs.ts";
import { fixDiff, fixLines } from "../check/fix-text.ts";
import { checkNotes } from "../check/notes.ts";
import { writeFixes } from "../check/write-fixes.ts";
import type { Context } from "../command-context.ts";
import { count } from "../count.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { disk } from "../file-source.ts";
import { type FindingFormat, formatFindings, hasError } from "../format-findings.ts";
import type { InputGiven } from "../load-input.ts";
import { paintFor } from "../paint.ts";
import { UserError } from "../user-error.ts";

export interface CheckFlags extends InputGiven {
  readonly format: FindingFormat;
  readonly reconsider: boolean;
  readonly config?: string;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly fix: boolean;
  readonly dryRun: boolean;
}

/** What is wrong in intent or estate files; writes nothing but what `--fix` and `--update-baseline` ask for. */
export function check(context: Context, flags: CheckFlags, ...inputs: string[]): void {
  refuseFlags(flags);
  const { format, fix, dryRun, baseline: named, ...given } = flags;
  const baseline = named === undefined ? undefined : loadBaseline(named, flags.updateBaseline);
  const paths = inputs.length > 0 ? inputs : [DEFAULT_INPUT];
  const asked = { ...given, paths, ...(baseline ? { baseline } : {}) };

  const { checked, said } = fix
    ? checkAndFix(asked, dryRun)
    : { checked: checkInputs(asked, disk), said: [] };
  const told = baseline && flags.updateBaseline ? withBaselineOf(checked, baseline) : checked;
  const notes = checkNotes(told, named, fix);
  const { stdout, stderr } = context.process;
  const text = formatFindings(told.findings, format, paintFor(stdout), told.absent);
  // A program that reads the answer finds nothing else in it.
  const beside = format === "text" ? stdout : stderr;
  if (said.length > 0) beside.write(`${said.join("\n")}\n${format === "text" ? "\n" : ""}`);
  stdout.write(text);
  if (notes.length > 0) beside.write(`${notes.join("\n")}\n`);
  if (hasError(told.findings)) context.process.exitCode = exitCode.findings;
}

function refuseFlags({ fix, dryRun, baseline, updateBaseline: updates }: CheckFlags): void {
  if (dryRun && !fix) throw new UserError("--dry-run is for --fix.", "Add --fix, or leave --dry-run out.");
  if (updates && baseline === undefined)
    throw new UserError("--update-baseline has no file to write.", "Add --baseline isthmus.baseline.json.");
  if (updates && dryRun)
    throw new UserError("--dry-run writes nothing, and --update-baseline does.", "Leave one of them out.");
}

function checkAndFix(asked: CheckAsked, dryRun: boolean) {
  const fixed = fixInputs(asked);
  const loaded = fixed.before.groups.flatMap((group) => group.loaded);
  const [first] = loaded;
  if (first && loaded.every((one) => whyNotEditable(one) !== undefined))
    throw new UserError(
      `${first.path} is not changed by --fix: ${whyNotEditable(first)}`,
      "Leave --fix out; it is for estate files and ARM templates.",
    );
  if (!dryRun) writeFixes(fixed);
  return {
    checked: fixed.after,
    said: [...(dryRun && fixed.texts.size > 0 ? [fixDiff(fixed)] : []), ...fixLines(fixed, dryRun)],
  };
}

/** What is found now is what the file knows from here on. */
function withBaselineOf(checked: CheckedInputs, baseline: Baseline): CheckedInputs {
  const files = filesOf(checked.groups);
  const written = updateBaseline(baseline, checked.findings, files);
  return {
    ...checked,
    ...compareWith(loadBaseline(baseline.path, false), checked.findings, files),
    notes: [...checked.notes, `${baseline.path}: ${count(written, "finding")} written`],
  };
}
