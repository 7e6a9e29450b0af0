import type { LabDaemon } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { daemonFolder } from "./run/lab-files.ts";

/**
 * What a program has said since it was first started, on its output and in its files. That it died and was started again
 * stands among what it put out itself.
 */
export async function readLog(holder: Holder, { name }: LabDaemon): Promise<string> {
  const script = `cd ${daemonFolder(name)} && for file in out *.log; do [ -f "$file" ] && cat "$file"; done; true`;
  return (await runInLab(holder, ["sh", "-c", script])).stdout;
}
