import { writeReport } from "../../outputs/report/write-report.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { type ExportFlags, exportFolder, writeExport } from "../export-files.ts";
import { loadSubject } from "../load-subject.ts";

/** Any network on one page. */
export function exportReport(context: Context, flags: ExportFlags, input: string = DEFAULT_INPUT): void {
  const subject = loadSubject(context, input, flags);
  if (!subject) return;

  const folder = exportFolder(flags, { file: input });
  const files = new Map([["report.html", writeReport(subject).markup]]);
  writeExport(context, "export report", [{ folder, files, isWhole: true }], flags);
}
