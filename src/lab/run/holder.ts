import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { LabError } from "./lab-error.ts";
import { LAB_ROOT } from "./lab-files.ts";

/** The process whose life is the lab's: when it ends, by whatever cause, the kernel ends everything in the lab. */
export interface Holder {
  readonly pid: number;
  /** In the kernel's clock ticks since it started: another process may get the same number one day. */
  readonly startTime: string;
  /** The first process inside, as the outside numbers it. */
  readonly inside: number;
  readonly rootless: boolean;
}

/** Memory of the lab's own, a place for names of namespaces, and a first process that buries the dead. */
const INSIDE = `
  system("mount -t tmpfs -o mode=0755 none /run") == 0 or exit 3;
  mkdir "/run/netns"; mkdir "/run/isthmus", 0700;
  $SIG{CHLD} = "IGNORE"; $SIG{TERM} = "IGNORE"; $SIG{INT} = "IGNORE"; $SIG{HUP} = "IGNORE";
  open(my $ready, ">", "/run/isthmus/ready"); close $ready;
  sleep 3600 while 1;
`;

const PATIENCE_MS = 5000;

/** Starts one that outlives its starter. Without root's rights, and with them where the kernel refuses that. */
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
    [...user, "-n", "-m", "-p", "-f", "--mount-proc", "--kill-child", "perl", "-e", INSIDE],
    { detached: true, stdio: "ignore" },
  );
  const died = new Promise<true>((resolve) => {
    child.once("exit", () => resolve(true));
    child.once("error", () => resolve(true));
  });
  child.unref();
  const { pid } = child;
  if (pid === undefined) return undefined;

  for (let waited = 0; waited < PATIENCE_MS; waited += 5) {
    if (await Promise.race([died, wait(5, false)])) return undefined;
    const inside = firstChildOf(pid);
    if (inside !== undefined && isReady(inside))
      return { pid, startTime: startTimeOf(pid) ?? "", inside, rootless };
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
  if (isAlive(holder)) process.kill(holder.pid, "SIGKILL");
  for (let waited = 0; waited < PATIENCE_MS; waited += 5) {
    if (startTimeOf(holder.pid) !== holder.startTime && startTimeOf(holder.inside) === undefined) return;
    await wait(5);
  }
}
