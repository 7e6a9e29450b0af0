import { exportLab, type LabExport } from "../../lab/export/lab-export.ts";
import { indexEstate } from "../../model/estate-index.ts";
import { predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { type ExportFlags, loadExport } from "../export-files.ts";
import type { LoadedEstate } from "../load-estate.ts";
import { UserError } from "../user-error.ts";
import { nameOfLabId } from "./lab-places.ts";
import { labNameOf } from "./load-lab.ts";
import { printLines } from "./print.ts";

export interface LabExportFlags extends ExportFlags {
  readonly name?: string;
  readonly timers: "azure" | "fast";
}

export interface LoadedLabExport {
  readonly loaded: LoadedEstate;
  readonly lab: LabExport;
}

/** The lab of a file, ready to leave the machine; `undefined` where the file cannot be read, which has been said. */
export function loadLabExport(
  context: Context,
  flags: LabExportFlags,
  image: string,
  input: string,
): LoadedLabExport | undefined {
  const loaded = loadExport(context, input, flags);
  if (!loaded) return undefined;

  const { topology } = predict(loaded.estate);
  const lab = exportLab(topology, {
    name: flags.name ?? networkName(labNameOf(input)),
    image,
    timers: flags.timers,
    estate: indexEstate(loaded.estate),
    titleOf: nameOfLabId,
  });
  if (lab.nodes.length === 0)
    throw new UserError(`${input} has nothing that a lab could run.`, "Add virtual networks to it.");
  return { loaded, lab };
}

/** Objects of Kubernetes are called after it, and services among them begin with a letter. */
function networkName(name: string): string {
  return /^[a-z]/.test(name) ? name.replace(/-+$/, "") : `lab-${name}`.replace(/-+$/, "");
}

export function tellLabExport(context: Context, { nodes, links, notRun }: LabExport, topology: string): void {
  printLines(context, [
    `${nodes.length} nodes and ${links.length} links between them. How to run them stands at the top of ${topology}.`,
    ...notRun.map(({ about, because }) => `Not in the lab: ${nameOfLabId(about)}: ${because}.`),
  ]);
}
