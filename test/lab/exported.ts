import { exportLab, type LabExport } from "../../src/lab/export/lab-export.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf, type Variant } from "../scenarios/scenario.ts";

/** A scenario's lab as it leaves the machine. */
export function exportedOf(slug: string, variant: Variant = {}): LabExport {
  const estate = indexEstate(estateOf(slug, variant));
  return exportLab(buildTopology(estate), {
    name: slug,
    image: "registry.example.com/isthmus-lab:1",
    timers: "fast",
    estate,
    titleOf: (id) => id.split("/").slice(-1).join(),
  });
}
