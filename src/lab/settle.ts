import { setTimeout as wait } from "node:timers/promises";
import type { LabPlan } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { daemonFolder } from "./run/lab-files.ts";

/** Between two looks. What the last session brings is passed on within one. */
const LOOK_MS = 300;

/**
 * Waits until no router has anything to do: what is to be asked of a lab that must not work is asked in vain before.
 * Sessions that cannot come up keep nobody waiting for longer than `patienceSeconds`.
 */
export async function settle(
  holder: Holder,
  { daemons }: LabPlan,
  stopped: ReadonlySet<string>,
  patienceSeconds: number,
): Promise<void> {
  const routers = daemons.filter(({ name, program }) => program === "bird" && !stopped.has(name));
  const script = routers
    .map(({ name }) => `birdc -s ${daemonFolder(name)}/ctl 'show protocols' | grep ' BGP '`)
    .concat(routers.map(({ name }) => `birdc -s ${daemonFolder(name)}/ctl 'show route count'`))
    .join("\n");
  let before = "";
  const end = performance.now() + patienceSeconds * 1000;
  while (routers.length > 0 && performance.now() < end) {
    const { stdout } = await runInLab(holder, ["sh", "-c", script]);
    const isUp = stdout
      .split("\n")
      .filter((line) => line.includes(" BGP "))
      .every((line) => /Established| down /.test(line));
    // When it was that a session came up is in it, too.
    if (isUp && stdout === before) return;
    before = stdout;
    await wait(LOOK_MS);
  }
}
