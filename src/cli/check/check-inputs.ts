import type { AbsentFinding, LocatedDiagnostic } from "../../diagnostics/index.ts";
import { checkLoaded } from "../check-loaded.ts";
import type { FileSource } from "../file-source.ts";
import type { InputGiven } from "../load-input.ts";
import { type LoadedGroup, loadInputs } from "../load-inputs.ts";
import { type Baseline, compareWith, filesOf } from "./baseline.ts";
import { isEditable } from "./editable.ts";
import { type JudgedGroup, judgeGroup, placeKey } from "./judge-group.ts";
import { loadConfig } from "./load-config.ts";

export interface CheckAsked extends InputGiven {
  readonly paths: readonly string[];
  readonly reconsider: boolean;
  readonly config?: string;
  readonly baseline?: Baseline;
}

export interface CheckedInputs {
  readonly groups: readonly LoadedGroup[];
  readonly findings: readonly LocatedDiagnostic[];
  /** What the baseline has and nobody finds any more. */
  readonly absent: readonly AbsentFinding[];
  readonly notes: readonly string[];
}

/** One config may be that of several inputs: what is wrong with it is said once, and what is of use to one is used. */
function onceForAll(judged: readonly JudgedGroup[]): readonly LocatedDiagnostic[] {
  const used = new Set(judged.flatMap((one) => one.used));
  const said = new Set<string>();
  return judged.flatMap(({ findings }) =>
    findings.filter((finding) => {
      if (!/^(config|suppression|source)\//.test(finding.rule)) return true;
      if (finding.rule === "suppression/unused-suppression" && used.has(placeKey(finding))) return false;
      const key = `${placeKey(finding)} ${finding.rule} ${finding.message}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    }),
  );
}

/** Everything that `check` looks at, judged: comments, the config and the baseline have had their say. */
export function checkInputs(asked: CheckAsked, source: FileSource): CheckedInputs {
  // All are read before any is judged: a name that is wrong must not cost the wait for the others.
  const groups = loadInputs(asked.paths, asked, source);
  const judged = groups.map(({ loaded, shown }) => {
    const config = loadConfig(asked.config, loaded[0]?.folder ?? ".");
    const checked = checkLoaded(loaded, { reconsider: asked.reconsider });
    const editable = new Set(loaded.filter(isEditable).map(({ document }) => document.file));
    return judgeGroup(checked, shown(), config, editable);
  });
  const findings = onceForAll(judged);
  const compared = asked.baseline
    ? compareWith(asked.baseline, findings, filesOf(groups))
    : { findings, absent: [] };
  return { groups, ...compared, notes: [...new Set(judged.flatMap(({ notes }) => notes))] };
}
