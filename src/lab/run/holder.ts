import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { LabError } from "./lab-error.ts";
import { LAB_ROOT } from "./lab-files.ts";
import { SUPERVISOR } from "./supervisor.ts";

/** The process whose life is the lab's: when it ends, by whatever cause, the kernel ends everything in the lab. */
export interface Holder {
  readonly pid: number;
  /** In the kernel's clock ticks since it started: another process may get the same number one day. */
  readonly startTime: string;
  /** The first process inside, as the outside numbers it. */
  readonly inside: number;
  readonly rootless: boolean;
}

const PATIENCE_MS = 5000;

/** By which those that this process started notice that it is gone. */
const starters = new Map<number, Writable>();

/** From now on it outlives this process: somebody has written down that it is there. */
export async function keepHolder({ pid }: Holder): Promise<void> {
  const stdin = starters.get(pid);
  starters.delete(pid);
  if (stdin) await new Promise<void>((resolve) => stdin.end("keep\n", resolve));
}

/** Starts one that ends with its starter, until it is kept. Without root's rights, and with them where the kernel refuses that. */
export async function startHolder(): Promise<Holder> {
  const rootless = await tryHolder(["-U", "-r"], true);
  if (rootless) return rootless;

  const asRoot = process.getuid?.() === 0 ? await tryHolder([], false) : undefined;
  if (asRoot) return asRoot;
  throw new LabError(
    "This machine lets nobody make namespaces of their own.",
    "Run `isthmus lab doctor`: it says which setting forbids it.",
  );
}

async function tryHolder(user: readonly string[], rootless: boolean): Promise<Holder | undefined> {
  const child = spawn(
    "unshare",
    [...user, "-n", "-m", "-p", "-f", "--mount-proc", "--kill-child", "perl", "-e", SUPERVISOR],
    { detached: true, stdio: ["pipe", "ignore", "ignore"] },
  );
  const died = new Promise<true>((resolve) => {
    child.once("exit", () => resolve(true));
    child.once("error", () => resolve(true));
  });
  child.unref();
  const { pid, stdin } = child;
  // One that does not start does not read.
  stdin.on("error", () => {});
  if (stdin instanceof Socket) stdin.unref();
  if (pid === undefined) return undefined;

  for (let waited = 0; waited < PATIENCE_MS; waited += 5) {
    if (await Promise.race([died, wait(5, false)])) return undefined;
    const inside = firstChildOf(pid);
    if (inside !== undefined && isReady(inside)) {
      starters.set(pid, stdin);
      return { pid, startTime: startTimeOf(pid) ?? "", inside, rootless };
    }
  }
  process.kill(pid, "SIGKILL");
  return undefined;
}

function isReady(inside: number): boolean {
  try {
    readFileSync(join("/proc", String(inside), "root", LAB_ROOT, "ready"));
    return true;
  } catch {
    return false;
  }
}

function firstChildOf(pid: number): number | undefined {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    return child === undefined || child === "" ? undefined : Number(child);
  } catch {
    return undefined;
  }
}

/** `undefined` where no such process is. */
export function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before it may hold blanks and brackets; after it come the fields from the third on.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // Dead, and not yet buried by its parent.
    return fields[0] === "Z" ? undefined : fields.at(19);
  } catch {
    return undefined;
  }
}

export function isAlive(holder: Holder): boolean {
  return startTimeOf(holder.pid) === holder.startTime;
}

/** Ends the lab, and answers when its first process is gone. */
export async function stopHolder(holder: Holder): Promise<void> {
  starters.delete(holder.pid);
  if (isAlive(holder)) process.kill(holder.pid, "SIGKILL");
  for (let waited = 0; waited < PATIENCE_MS; waited += 5) {
    if (startTimeOf(holder.pid) !== holder.startTime && startTimeOf(holder.inside) === undefined) return;
    await wait(5);
  }
}
