import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startTimeOf } from "./holder.ts";
import { LabError } from "./lab-error.ts";
import { notRemembered } from "./state-folder.ts";

/** Runs a change of a lab while no other process changes the same one. */
export async function whileLocked<T>(folder: string, name: string, change: () => Promise<T>): Promise<T> {
  const unlock = lockLab(folder, name);
  try {
    return await change();
  } finally {
    unlock();
  }
}

function lockLab(folder: string, name: string): () => void {
  const path = join(folder, `${name}.lock`);
  const own = `${process.pid} ${startTimeOf(process.pid) ?? ""}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, own, { flag: "wx", mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST"))
        throw notRemembered(error, folder);
      if (isHeld(path)) break;
      // Whoever held it was killed.
      rmSync(path, { force: true });
    }
  }
  throw new LabError(`Another command is changing the lab ${name}.`, "Wait until it is done.");
}

/** Of commands that were killed. */
export function removeDeadLocks(folder: string): void {
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (file.endsWith(".lock") && !isHeld(path)) rmSync(path, { force: true });
  }
}

function isHeld(path: string): boolean {
  try {
    const [pid, startTime] = readFileSync(path, "utf8").split(" ");
    return startTime !== undefined && startTimeOf(Number(pid)) === startTime;
  } catch {
    return false;
  }
}
