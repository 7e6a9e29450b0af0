import { readStatus } from "../../lab/status.ts";
import type { Context } from "../command-context.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab } from "../lab/choose-lab.ts";
import { printJson, printLines } from "../lab/print.ts";
import { statusAnswer } from "../lab/status-answer.ts";
import { statusText } from "../lab/status-text.ts";
import { styleFor } from "../paint.ts";

export interface LabStatusFlags {
  readonly format: "text" | "json";
}

/** What the programs of a lab say of tunnels, peers and routes, as Azure would. */
export async function labStatus(context: Context, { format }: LabStatusFlags, name?: string): Promise<void> {
  await asUserError(async () => {
    const lab = chooseLab(context, name);
    const answer = statusAnswer(lab, await readStatus(lab.holder, lab.plan));
    if (format === "json") printJson(context, answer);
    else printLines(context, statusText(answer, styleFor(context.process.stdout)));
  });
}
