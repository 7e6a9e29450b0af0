import type { ChildProcess, StdioOptions } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import type { Holder } from "./holder.ts";
import { startInLab } from "./in-lab.ts";

const PASSED_ON = ["SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2"] as const;
const FROM_KEYBOARD = ["SIGINT", "SIGQUIT"] as const;

/** Runs something in the lab with the caller's own input and output, hands signals on, and answers with its exit code. */
export function runInForeground(
  holder: Holder,
  command: readonly string[],
  namespace: string | undefined,
  stdio: StdioOptions = "inherit",
): Promise<number> {
  const pass = (signal: NodeJS.Signals) => signalInside(child, signal);
  // A terminal tells the program itself; what ends this process must not be the same key.
  const keep = process.stdin.isTTY ? () => {} : pass;
  for (const signal of PASSED_ON) process.on(signal, pass);
  for (const signal of FROM_KEYBOARD) process.on(signal, keep);
  // After it, for it may be told to end as soon as it says a word; a signal is heard once this step is done.
  const child = startInLab(holder, command, namespace, stdio);

  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  }).finally(() => {
    for (const signal of PASSED_ON) process.off(signal, pass);
    for (const signal of FROM_KEYBOARD) process.off(signal, keep);
  });
}

/** What enters a lab waits for its child, which is the program, and tells it nothing. */
function signalInside({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    const [inner] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    process.kill(inner === undefined || inner === "" ? pid : Number(inner), signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
