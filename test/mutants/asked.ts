import { indexEstate } from "../../src/model/estate-index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { drawLab } from "../lab/drawn.ts";
import { elementOf, estateOf } from "../scenarios/scenario.ts";
import type { Asked } from "./observe.ts";
import { writtenLabs } from "./written-labs.ts";

/** A drawn estate by its seed, or a written one by its name. */
export function askedOf(name: string, failures: number): Asked {
  const seed = /^seed-(\d+)$/.exec(name)?.[1];
  if (seed !== undefined) return { ...drawLab(Number(seed), failures), name };

  const written = writtenLabs[name];
  if (!written) throw new Error(`There is no lab ${name}.`);
  const estate = estateOf(written.scenario, written);
  const downs = (written.downs ?? []).map((down) => (down.startsWith("/") ? down : elementOf(down, estate)));
  const topology = buildTopology(indexEstate(estate));
  return { name, estate, topology, downs, ...(written.hears ? { hears: true } : {}) };
}
