import { runningLabs, takeDown } from "../../lab/lab.ts";
import { removeDeadLocks, whileLocked } from "../../lab/run/lab-lock.ts";
import type { Context } from "../command-context.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab, labFolder } from "../lab/choose-lab.ts";
import { printLines } from "../lab/print.ts";
import { UserError } from "../user-error.ts";

export interface LabDownFlags {
  readonly all: boolean;
}

/** Ends a lab, or all of this user's. */
export async function labDown(context: Context, { all }: LabDownFlags, name?: string): Promise<void> {
  if (all && name !== undefined) throw new UserError("--all takes no name.", "Leave one of the two out.");
  await asUserError(async () => {
    const folder = labFolder(context);
    removeDeadLocks(folder);
    const names = all ? runningLabs(folder).map((lab) => lab.name) : [chooseLab(context, name).name];
    for (const one of names) await whileLocked(folder, one, () => takeDown(folder, one));
    printLines(context, names.length === 0 ? ["No lab runs."] : names.map((one) => `${one} is down.`));
  });
}
