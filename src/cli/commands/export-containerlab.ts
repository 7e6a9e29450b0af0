import { join } from "node:path";
import { containerlabFiles } from "../../lab/export/containerlab-files.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exportFolder, writeExport } from "../export-files.ts";
import { type LabExportFlags, loadLabExport, tellLabExport } from "../lab/load-lab-export.ts";

export interface ContainerlabFlags extends LabExportFlags {
  readonly image: string;
}

/** The lab of a file as a folder for containerlab. */
export function exportContainerlab(context: Context, flags: ContainerlabFlags, input = DEFAULT_INPUT): void {
  const made = loadLabExport(context, flags, flags.image, input);
  if (!made) return;

  const { loaded, lab } = made;
  const folder = join(exportFolder(flags, loaded), lab.name, "containerlab");
  writeExport(
    context,
    "export containerlab",
    [{ folder, files: containerlabFiles(lab), isWhole: true }],
    flags,
  );
  tellLabExport(context, lab, join(folder, `${lab.name}.clab.yml`));
}
