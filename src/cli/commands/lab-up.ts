import { resolve } from "node:path";
import { findDownParts, nothingDown } from "../../lab/down-parts.ts";
import { changeSituation } from "../../lab/fail.ts";
import { type Brought, bringUp, takeDown } from "../../lab/lab.ts";
import { keepSeed, keyFrom, seedOf } from "../../lab/lab-keys.ts";
import type { LabPlan } from "../../lab/lab-plan.ts";
import { planLab } from "../../lab/plan/plan-lab.ts";
import { LabError } from "../../lab/run/lab-error.ts";
import { whileLocked } from "../../lab/run/lab-lock.ts";
import { type LabState, type ReadAs, readState } from "../../lab/run/lab-state.ts";
import { hasGcm, installLine, missingPrograms } from "../../lab/run/programs.ts";
import { settleFilters } from "../../lab/settle.ts";
import { type EstateIndex, indexEstate } from "../../model/estate-index.ts";
import type { Topology } from "../../model/topology.ts";
import { predict } from "../../predict.ts";
import { columns } from "../columns.ts";
import type { Context } from "../command-context.ts";
import { count } from "../count.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { labFolder } from "../lab/choose-lab.ts";
import { nameOfLabId } from "../lab/lab-places.ts";
import { labNameOf } from "../lab/load-lab.ts";
import { printLines } from "../lab/print.ts";
import { whenInterrupted } from "../lab/when-interrupted.ts";
import { loadEstate } from "../load-estate.ts";
import { type InputGiven, STDIN } from "../load-input.ts";
import { isParameterValue } from "../load-parameters.ts";
import { UserError } from "../user-error.ts";

export interface LabUpFlags extends InputGiven {
  readonly name?: string;
  readonly timers: "azure" | "fast";
}

/** Brings a lab to what a file says: makes it, or changes what differs. */
export async function labUp(context: Context, flags: LabUpFlags, input = DEFAULT_INPUT): Promise<void> {
  if (input === STDIN)
    throw new UserError("A lab is made from a file that stays.", "Write it down, and name the file.");
  const readAs = keptWithLab(flags);
  const loaded = loadEstate(context, input, "text", readAs);
  if (!loaded) return;

  const { topology } = predict(loaded.estate);
  const name = flags.name ?? labNameOf(input);
  await asUserError(async () => {
    const folder = labFolder(context);
    const brought = await whileLocked(folder, name, () =>
      bring(context, folder, name, resolve(input), topology, indexEstate(loaded.estate), {
        timers: flags.timers,
        readAs,
      }),
    );
    tell(context, name, brought);
  });
}

/** Other commands read the file again. What is remembered of a lab holds no key, and a value may be one. */
function keptWithLab({ parameters = [], location, from }: InputGiven): ReadAs {
  const value = parameters.find((one) => isParameterValue(one));
  if (value !== undefined)
    throw new UserError(
      `A lab remembers files and no values, such as that of ${value.slice(0, value.indexOf("="))}.`,
      "Write the values into a parameter file, and name that.",
    );
  return {
    ...(parameters.length > 0
      ? { parameters: parameters.map((file) => resolve(file.replace(/^@/, ""))) }
      : {}),
    ...(location === undefined ? {} : { location }),
    ...(from === undefined ? {} : { from }),
  };
}

async function bring(
  { process: { stderr } }: Context,
  folder: string,
  name: string,
  input: string,
  topology: Topology,
  estate: EstateIndex,
  { timers, readAs }: Pick<LabState, "readAs"> & Pick<LabUpFlags, "timers">,
): Promise<Brought> {
  const known = readState(folder, name);
  // One whose making was cut off has no parts that are known, and is made anew.
  const isWhole = known !== undefined && known.plan.namespaces.length > 0;
  if (known && !isWhole) await takeDown(folder, name);

  const running = isWhole ? known : undefined;
  const seed = await seedOf(running?.holder);
  const keys = (link: string) => keyFrom(seed, link);
  const plan = planLab(topology, { timers, estate, keys, lacksGcm: !hasGcm() });
  refuseUnfit(plan, input);
  const making = bringUp(folder, name, { input, timers, ...(readAs ? { readAs } : {}) }, plan, (step) =>
    stderr.write(`${name}: ${step}\n`),
  );
  const brought = await whenInterrupted(making, () => takeDown(folder, name)).catch(
    async (error: unknown) => {
      // Half of a change is neither the one nor the other.
      if (running && (await takeDown(folder, name)))
        stderr.write(`${name} could not be changed and is taken down.\n`);
      throw error;
    },
  );
  if (!running) await keepSeed(brought.state.holder, seed);

  const { holder, down } = brought.state;
  const parts = findDownParts(plan, topology, { down: new Set(down) });
  if (down.length > 0 && brought.changes > 0) await changeSituation(holder, plan, nothingDown, parts);
  if (brought.changes > 0) await settleFilters(holder, plan, parts.daemons);
  return brought;
}

function refuseUnfit(plan: LabPlan, input: string): void {
  if (plan.namespaces.length === 0)
    throw new UserError(`${input} has nothing that a lab could run.`, "Add virtual networks to it.");

  const missing = missingPrograms(plan);
  const names = [...new Set(missing.map((program) => program.name))];
  if (missing.length > 0)
    throw new LabError(
      `This lab takes ${names.join(", ")}, which this machine has not.`,
      installLine(missing),
    );
}

function tell(context: Context, name: string, { state: { plan, down }, changes, isNew }: Brought): void {
  const { namespaces, links, daemons, hosts, notRun } = plan;
  const parts = [
    count(namespaces.length, "namespace"),
    count(links.length, "link"),
    count(daemons.length, "program"),
  ];
  const changed = isNew ? "made" : changes === 0 ? "0 changes" : count(changes, "change");
  printLines(context, [
    `${name} runs: ${parts.join(", ")}; ${changed}.`,
    ...columns(hosts.map(({ node, address }) => [nameOfLabId(node), address])),
    ...notRun.map(({ about, because }) => `Not in the lab: ${nameOfLabId(about)}: ${because}.`),
    ...down.map((id) => `Down: ${nameOfLabId(id)}`),
  ]);
}
