import { join } from "node:path";
import { c9sFiles, tooLargeObjects } from "../../lab/export/c9s-files.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exportFolder, writeExport } from "../export-files.ts";
import { type LabExportFlags, loadLabExport, tellLabExport } from "../lab/load-lab-export.ts";
import { listNames } from "../list-names.ts";
import { UserError } from "../user-error.ts";

export interface C9sFlags extends LabExportFlags {
  readonly image?: string;
}

/** The lab of a file as objects for clabernetes. */
export function exportC9s(context: Context, flags: C9sFlags, input = DEFAULT_INPUT): void {
  if (flags.image === undefined)
    throw new UserError(
      "export c9s takes the name of an image that the cluster can pull.",
      "For example: isthmus export c9s --image registry.example.com/isthmus-lab:1",
    );
  const made = loadLabExport(context, flags, flags.image, input);
  if (!made) return;

  const { loaded, lab } = made;
  const files = c9sFiles(lab);
  const large = tooLargeObjects(files);
  if (large.length > 0)
    throw new UserError(
      `Kubernetes takes no objects of 1 MiB and more, as these would be: ${listNames(large)}.`,
      "Export a part of the networks, or run the whole with isthmus export containerlab.",
    );
  const folder = join(exportFolder(flags, loaded), lab.name, "c9s");
  writeExport(context, "export c9s", [{ folder, files, isWhole: true }], flags);
  tellLabExport(context, lab, join(folder, "kubernetes/topology.yaml"));
}
