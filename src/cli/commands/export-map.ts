import { writeMap } from "../../outputs/map/index.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { type ExportFlags, exportFolder, writeExport } from "../export-files.ts";
import { loadSubject } from "../load-subject.ts";

/** Any network as a picture. */
export function exportMap(context: Context, flags: ExportFlags, input: string = DEFAULT_INPUT): void {
  const subject = loadSubject(context, input, flags);
  if (!subject) return;

  const folder = exportFolder(flags, { file: input });
  writeExport(context, "export map", [{ folder, files: writeMap(subject), isWhole: true }], flags);
}
