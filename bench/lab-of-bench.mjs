// The command line on labs of the benchmark alone, and what is to be measured of them.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "isthmus-bench-lab-"));
const env = { ...process.env, XDG_RUNTIME_DIR: folder, NO_COLOR: "1" };
mkdirSync(folder, { recursive: true, mode: 0o700 });
process.once("exit", () => {
  spawnSync(process.execPath, ["dist/cli/main.js", "lab", "down", "--all"], { env });
  rmSync(folder, { recursive: true });
});

export function fileFor(name, text, write) {
  const path = join(folder, name);
  write(path, text);
  return path;
}

/** Seconds, and what it said; one that fails ends the benchmark. */
export function lab(...args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", "lab", ...args], {
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0)
    throw new Error(`isthmus lab ${args.join(" ")}: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return { seconds: (performance.now() - start) / 1000, stdout };
}

export function stateOf(name) {
  const [file] = readdirSync(folder, { recursive: true }).filter((one) => one.endsWith(`${name}.json`));
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

/** A command in one of the lab's namespaces. */
export function insideOf({ holder: { inside, rootless } }, namespace) {
  const user = rootless ? ["-U", "--preserve-credentials"] : [];
  return ["nsenter", "-t", String(inside), "-n", "-m", "-p", ...user, "--", "ip", "netns", "exec", namespace];
}

/** Threads of the kernel that pass on packets for whoever it is. */
const PASSES_ON = /^(napi\/|ksoftirqd\/)/;

/** Seconds of a processor that those have used that run in it now, and the kernel for them. */
export function secondsOf({ holder: { inside } }) {
  const own = readlinkSync(`/proc/${inside}/ns/pid`);
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const isKernels = PASSES_ON.test(stat.slice(stat.indexOf("(") + 1));
      if (!isKernels && readlinkSync(`/proc/${pid}/ns/pid`) !== own) continue;
      const [user, system] = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .slice(11, 13)
        .map(Number);
      ticks += user + system;
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks / 100;
}

/** Megabytes of all processes in it; what several share counts for each in part. By program, most first. */
export function memoryOf({ holder: { inside } }) {
  const own = readlinkSync(`/proc/${inside}/ns/pid`);
  const byProgram = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (readlinkSync(`/proc/${pid}/ns/pid`) !== own) continue;
      const program = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
      const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0;
      const known = byProgram.get(program) ?? { count: 0, megabytes: 0 };
      byProgram.set(program, { count: known.count + 1, megabytes: known.megabytes + Number(pss) / 1024 });
    } catch {
      // It has ended meanwhile.
    }
  }
  return [...byProgram].sort(([, a], [, b]) => b.megabytes - a.megabytes);
}
