import { basename, extname, resolve } from "node:path";
import { type Subject, subjectOfDesign, subjectOfEstate } from "../outputs/subject.ts";
import { judgedFindings } from "./check/judged-findings.ts";
import { checkLoaded } from "./check-loaded.ts";
import type { Context } from "./command-context.ts";
import { exitCode } from "./exit-code.ts";
import { hasError } from "./format-findings.ts";
import { printFindings } from "./load-design.ts";
import type { InputGiven } from "./load-input.ts";
import { loadOne } from "./load-inputs.ts";

/** What a map or a report is drawn of: an intent's design, or an estate. What is wrong is said, and drawn all the same. */
export function loadSubject(context: Context, path: string, given: InputGiven): Subject | undefined {
  const group = loadOne(path, given);
  const checked = checkLoaded(group.loaded, { reconsider: false });
  const findings = judgedFindings(group, checked);
  if (hasError(findings)) {
    printFindings(
      context,
      findings.filter(({ severity }) => severity === "error"),
    );
    context.process.exitCode = exitCode.findings;
  }
  if (checked.type === "intent") return checked.design && subjectOfDesign(checked.design);
  return subjectOfEstate(titleOf(path), checked.estate, checked.analysis, checked.diagnostics);
}

/** `plant.estate.yaml` is plant, and so is the folder. */
function titleOf(path: string): string {
  const own = basename(resolve(path), extname(path)).replace(/\.estate$/, "");
  return own === "" || own === "-" ? "network" : own;
}
