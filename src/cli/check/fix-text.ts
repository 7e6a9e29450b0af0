import type { LocatedDiagnostic } from "../../diagnostics/index.ts";
import { isActive } from "../../diagnostics/index.ts";
import { visible } from "../../source/index.ts";
import { count } from "../count.ts";
import { whyNotEditable } from "./editable.ts";
import type { Fixed } from "./fix-inputs.ts";
import { textDiff } from "./text-diff.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** What was fixed, and what was not and why: a line each. */
export function fixLines(
  { before, after, fixed, undone, texts, isDone }: Fixed,
  dryRun: boolean,
): readonly string[] {
  const done = dryRun ? "would be fixed" : "fixed";
  return [
    ...fixed.map((finding) => `${done} ${placeOf(finding)} ${finding.rule}: ${whatChanged(finding)}`),
    ...undone.map(
      ({ finding, newRules }) =>
        `not fixed ${placeOf(finding)} ${finding.rule}: that would bring ${newRules.join(" and ")}`,
    ),
    ...new Set(after.findings.filter(isActive).flatMap(refusalOf)),
    ...before.groups.flatMap(({ loaded }) =>
      loaded.flatMap((one) => {
        const why = whyNotEditable(one);
        return why === undefined ? [] : [`not changed ${visible(one.path)}: ${why}`];
      }),
    ),
    ...(isDone ? [] : ["some are left: run it again"]),
    texts.size === 0
      ? "nothing to fix"
      : `${count(fixed.length, "finding")} ${done} in ${count(texts.size, "file")}`,
  ];
}

export function fixDiff({ texts }: Fixed): string {
  return [...texts]
    .map(([path, texts]) => {
      const [before, after] = [texts.before, texts.after].map((text) => withoutSecrets(path, text));
      return textDiff(path, before ?? "", after ?? "");
    })
    .join("");
}

function refusalOf(finding: LocatedDiagnostic): readonly string[] {
  if (finding.repair?.kind !== "refused") return [];
  return [`not fixed ${placeOf(finding)} ${finding.rule}: ${visible(finding.repair.because)}`];
}

function placeOf({ file, span }: LocatedDiagnostic): string {
  return span ? `${visible(file)}:${span.start.line}:${span.start.column}` : visible(file);
}

function whatChanged({ hint, message }: LocatedDiagnostic): string {
  return visible(hint ?? message);
}
