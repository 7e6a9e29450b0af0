import { didYouMean } from "../../diagnostics/index.ts";
import { runningLabs } from "../../lab/lab.ts";
import { endedLabs, type LabState, readState, stateFolder } from "../../lab/run/lab-state.ts";
import { claimStateFolder } from "../../lab/run/state-folder.ts";
import type { Context } from "../command-context.ts";
import { listNames } from "../list-names.ts";
import { UserError } from "../user-error.ts";

/** Where this user's labs are remembered. */
export function labFolder({ process: { env } }: Context): string {
  const folder = stateFolder({ ...env });
  claimStateFolder(folder);
  return folder;
}

/** The lab of that name; where none is named the only one that runs. */
export function chooseLab(context: Context, name: string | undefined): LabState {
  const folder = labFolder(context);
  const ended = endedLabs(folder);
  const named = name === undefined ? undefined : readState(folder, name);
  if (named) return named;

  const labs = runningLabs(folder);
  const dead = name === undefined ? labs.length === 0 && ended[0] : ended.includes(name) && name;
  if (typeof dead === "string")
    throw new UserError(
      `The lab ${dead} has ended: its first process was killed, and nothing of it is left.`,
      `Start it again: isthmus lab up network.yaml --name ${dead}`,
    );
  const names = labs.map((lab) => lab.name);
  if (labs.length === 0)
    throw new UserError(
      name === undefined ? "No lab runs." : `No lab ${name} runs.`,
      "Start one: isthmus lab up network.yaml",
    );
  if (name !== undefined) {
    const guess = didYouMean(name, names);
    throw new UserError(
      `No lab ${name} runs.`,
      guess === undefined ? `There is ${listNames(names)}.` : `Did you mean ${guess}?`,
    );
  }
  const [only] = labs;
  if (only && labs.length === 1) return only;
  throw new UserError(`Several labs run: ${listNames(names)}.`, "Name the one that you mean.");
}
