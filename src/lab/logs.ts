import type { LabDaemon } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { daemonFolder } from "./run/lab-files.ts";

/** What a program has said since it started, on its output and in its files. */
export async function readLog(holder: Holder, { name }: LabDaemon): Promise<string> {
  const script = `cd ${daemonFolder(name)} && for file in out *.log; do [ -f "$file" ] && cat "$file"; done; true`;
  return (await runInLab(holder, ["sh", "-c", script])).stdout;
}
