import type { Checked } from "../../check.ts";
import type { LocatedDiagnostic } from "../../diagnostics/index.ts";
import type { LoadedGroup } from "../load-inputs.ts";
import { judgeGroup } from "./judge-group.ts";
import { loadConfig } from "./load-config.ts";

/** What is wrong with an input, for commands that do something else with it: what `check` ignores is ignored. */
export function judgedFindings(
  { loaded, shown }: LoadedGroup,
  checked: Checked,
): readonly LocatedDiagnostic[] {
  return judgeGroup(checked, shown(), loadConfig(undefined, loaded[0]?.folder ?? ".")).findings;
}
