import { runInForeground } from "../../lab/run/foreground.ts";
import type { Context } from "../command-context.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab } from "../lab/choose-lab.ts";
import { findLabNamespace } from "../lab/lab-places.ts";
import { UserError } from "../user-error.ts";

export interface LabExecFlags {
  readonly name?: string;
}

/** Runs a command on a host of a lab, with one's own input and output, and ends as it ends. */
export async function labExec(
  context: Context,
  { name }: LabExecFlags,
  ...words: readonly string[]
): Promise<void> {
  const [host, ...command] = words;
  if (host === undefined || command.length === 0)
    throw new UserError(
      "exec takes a host and a command.",
      "For example: isthmus lab exec orders/web -- ping -c3 10.64.0.4",
    );
  await asUserError(async () => {
    const lab = chooseLab(context, name);
    const { name: namespace } = findLabNamespace(host, lab);
    const path = `PATH=${context.process.env["PATH"] ?? ""}:/usr/sbin:/sbin`;
    context.process.exitCode = await runInForeground(lab.holder, ["env", path, ...command], namespace);
  });
}
