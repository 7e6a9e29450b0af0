import { relative } from "node:path";
import { runningLabs } from "../../lab/lab.ts";
import { columns } from "../columns.ts";
import type { Context } from "../command-context.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { labFolder } from "../lab/choose-lab.ts";
import { nameOfLabId } from "../lab/lab-places.ts";
import { printJson, printLines } from "../lab/print.ts";

export interface LabListFlags {
  readonly format: "text" | "json";
}

/** This user's labs. */
export async function labList(context: Context, { format }: LabListFlags): Promise<void> {
  await asUserError(async () => {
    const labs = runningLabs(labFolder(context));
    if (format === "json") {
      const listed = labs.map(({ name, plan: { namespaces, links, daemons, hosts }, down }) => ({
        name,
        namespaces: namespaces.length,
        links: links.length,
        programs: daemons.length,
        hosts: hosts.map(({ node, address }) => ({ name: nameOfLabId(node), node, address })),
        down,
      }));
      printJson(context, { format: "isthmus/lab-list", version: 1, labs: listed });
      return;
    }
    const rows = labs.map(({ name, input, plan: { hosts, daemons }, down }) => [
      name,
      relative(process.cwd(), input),
      String(hosts.length),
      String(daemons.length),
      down.map(nameOfLabId).join(" "),
    ]);
    const title = ["Lab", "File", "Hosts", "Programs", "Down"];
    printLines(context, labs.length === 0 ? ["No lab runs."] : columns([title, ...rows], ""));
  });
}
