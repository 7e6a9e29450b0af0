import { runInForeground } from "../../lab/run/foreground.ts";
import type { Context } from "../command-context.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab } from "../lab/choose-lab.ts";
import { findLabNamespace } from "../lab/lab-places.ts";
import type { LabExecFlags } from "./lab-exec.ts";

/** A shell on a host of a lab. */
export async function labShell(context: Context, { name }: LabExecFlags, host: string): Promise<void> {
  await asUserError(async () => {
    const lab = chooseLab(context, name);
    const { name: namespace, title } = findLabNamespace(host, lab);
    const { PATH = "", SHELL = "/bin/sh" } = context.process.env;
    const environment = [`PATH=${PATH}:/usr/sbin:/sbin`, `ISTHMUS_HOST=${title}`, `PS1=${title} \\$ `];
    context.process.exitCode = await runInForeground(lab.holder, ["env", ...environment, SHELL], namespace);
  });
}
