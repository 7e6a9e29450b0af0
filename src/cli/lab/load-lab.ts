import { basename, dirname, extname, relative, resolve } from "node:path";
import type { LabPlan } from "../../lab/lab-plan.ts";
import { planLab } from "../../lab/plan/plan-lab.ts";
import type { LabState } from "../../lab/run/lab-state.ts";
import type { Topology } from "../../model/topology.ts";
import { predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { type LoadedEstate, loadEstate } from "../load-estate.ts";
import { UserError } from "../user-error.ts";

/** The file that a lab was made from, as long as it still says what runs. */
export function loadLabInput(context: Context, lab: LabState): LoadedEstate {
  const input = relative(process.cwd(), lab.input);
  const loaded = loadEstate(context, input, "text", lab.readAs);
  if (!loaded) throw new UserError(`${input} cannot be read any more.`, "Put right what is said above.");

  // What is wrong with the file was said when the lab was made.
  context.process.exitCode = null;
  const { topology } = predict(loaded.estate);
  if (shapeOf(planFor(topology, "azure")) !== shapeOf(lab.plan))
    throw new UserError(
      `${input} says something else by now than what runs as ${lab.name}.`,
      `Run isthmus lab up ${input} --name ${lab.name}`,
    );
  return loaded;
}

function planFor(topology: Topology, timers: "azure" | "fast"): LabPlan {
  return planLab(topology, { timers, keys: () => "" });
}

/** All but what timers and keys are written into. */
function shapeOf({ namespaces, links, hosts }: LabPlan): string {
  return JSON.stringify([namespaces, links, hosts]);
}

const LONGEST_NAME = 40;

/** `contoso/network.yaml` is contoso, `contoso.yaml` too. */
export function labNameOf(input: string): string {
  const path = resolve(input);
  const own = basename(path, extname(path)).replace(/\.estate$/, "");
  const name = (own === "network" ? basename(dirname(path)) : own)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_NAME);
  return name === "" ? "network" : name;
}
