import { readLog } from "../../lab/logs.ts";
import { type LabState, readState } from "../../lab/run/lab-state.ts";
import { visible } from "../../source/index.ts";
import type { Context } from "../command-context.ts";
import { findName } from "../find-name.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab, labFolder } from "../lab/choose-lab.ts";
import { nameOfLabId } from "../lab/lab-places.ts";
import { printLines } from "../lab/print.ts";

/** What one program of a lab has said; without one the programs that there are. */
export async function labLogs(
  context: Context,
  _flags: object,
  first?: string,
  second?: string,
): Promise<void> {
  await asUserError(async () => {
    const isLab = first !== undefined && readState(labFolder(context), first) !== undefined;
    const [name, wanted] = second !== undefined || isLab ? [first, second] : [undefined, first];
    const lab = chooseLab(context, name);
    if (wanted === undefined) return printLines(context, programsOf(lab));

    const names = lab.plan.daemons.map((daemon) => daemon.name);
    const found = findName(wanted, names, `The lab ${lab.name}`);
    const daemon = lab.plan.daemons.find((one) => one.name === found);
    const text = daemon ? await readLog(lab.holder, daemon) : "";
    printLines(context, text === "" ? ["It has said nothing."] : text.trimEnd().split("\n").map(visible));
  });
}

function programsOf({ plan: { daemons, namespaces } }: LabState): readonly string[] {
  const titles = new Map(namespaces.map(({ name, title }) => [name, title]));
  const width = Math.max(0, ...daemons.map(({ name }) => name.length));
  return daemons.map(({ name, namespace, about, program }) => {
    const carries = program === "bird" || about.length === 0 ? "" : `, ${about.map(nameOfLabId).join(", ")}`;
    return `${name.padEnd(width)}  ${titles.get(namespace) ?? namespace}${carries}`;
  });
}
