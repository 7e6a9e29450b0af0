import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { LocatedDiagnostic } from "../../diagnostics/index.ts";
import { isJudgement } from "../../judge.ts";
import type { BaselineEntry } from "../../readers/baseline/baseline-file.ts";
import { type Compared, compareBaseline, entryOf } from "../../readers/baseline/compare-baseline.ts";
import { isBaseline, readBaseline } from "../../readers/baseline/read-baseline.ts";
import { writeBaseline } from "../../readers/baseline/write-baseline.ts";
import { placeFindings } from "../format-findings.ts";
import type { LoadedGroup } from "../load-inputs.ts";
import { readFileIfThere } from "../read-file.ts";
import { UserError } from "../user-error.ts";
import { replaceTexts } from "./replace-texts.ts";

export interface Baseline {
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/** What was found before. With `isNew` a file that is not there, or of another version, has nothing in it. */
export function loadBaseline(path: string, isNew: boolean): Baseline {
  const document = readFileIfThere(path);
  if (!document) {
    if (isNew) return { path, entries: [] };
    throw new UserError(`${path} is not there.`, "Write it with --update-baseline.");
  }
  if (isNew && !isBaseline(document)) {
    throw new UserError(
      `${path} is no baseline, and is not written over.`,
      "Name another file, or remove it.",
    );
  }
  const { entries, diagnostics } = readBaseline(document);
  if (entries) return { path, entries };
  if (isNew) return { path, entries: [] };

  const [first] = placeFindings(diagnostics, new Map([[document.file, { document, path }]]));
  const { line, column } = first?.span?.start ?? { line: 1, column: 1 };
  throw new UserError(
    `${path}:${line}:${column} ${first?.message ?? "This is no baseline."}`,
    first?.hint ?? "Write it anew with --update-baseline.",
  );
}

/** All files that were looked at, as they are named in findings. */
export function filesOf(groups: readonly LoadedGroup[]): readonly string[] {
  return groups.flatMap(({ shown }) => [...shown().values()].map(({ path }) => path));
}

/** Entries of files that were not looked at, and are there, are nobody's business now. */
export function compareWith(
  { path, entries }: Baseline,
  findings: readonly LocatedDiagnostic[],
  files: readonly string[],
): Compared {
  const lookedAt = entries.filter(isLookedAt(path, files));
  return compareBaseline(findings, lookedAt, (finding) => entryIn(path, finding));
}

/** Writes what is found now; answers how many there are. Byte for byte the same for the same findings. */
export function updateBaseline(
  { path, entries }: Baseline,
  findings: readonly LocatedDiagnostic[],
  files: readonly string[],
): number {
  const isNow = isLookedAt(path, files);
  const found = findings.flatMap((finding) => (finding.suppression ? [] : (entryIn(path, finding) ?? [])));
  const text = writeBaseline([...entries.filter((entry) => !isNow(entry)), ...found]);
  replaceTexts(new Map([[path, text]]));
  return found.length;
}

/** What keeps a file from being read is new every time, and so is what is wrong with comments and configs. */
function entryIn(path: string, finding: LocatedDiagnostic): BaselineEntry | undefined {
  if (!isJudgement(finding) || /^(suppression|config)\//.test(finding.rule)) return undefined;
  return entryOf(finding, nameIn(path, finding.file));
}

function isLookedAt(path: string, files: readonly string[]): (entry: BaselineEntry) => boolean {
  const names = new Set(files.map((file) => nameIn(path, file)));
  return ({ file }) => names.has(file) || !existsSync(join(dirname(path), file));
}

/** From the folder of the baseline, so that it says the same wherever it is used from. */
function nameIn(path: string, file: string): string {
  return relative(dirname(path), file).replaceAll("\\", "/");
}
