import { isActive } from "../../diagnostics/index.ts";
import { count } from "../count.ts";
import type { CheckedInputs } from "./check-inputs.ts";

/** What stands below the findings: what else had its say, and what can be done. */
export function checkNotes(
  { findings, absent, notes }: CheckedInputs,
  baseline: string | undefined,
  isFixed: boolean,
): readonly string[] {
  const gone = absent.reduce((sum, one) => sum + one.count, 0);
  const fixable = findings.filter((one) => isActive(one) && one.repair?.kind === "possible").length;
  return [
    ...notes,
    ...(gone > 0
      ? [`${baseline}: ${count(gone, "finding")} of it found no more; --update-baseline makes it smaller`]
      : []),
    ...(fixable > 0 && !isFixed ? [`${fixable} can be fixed with --fix`] : []),
  ];
}
