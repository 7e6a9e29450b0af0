// Labs that are made and ended again and again while something of them is killed: what is left over afterwards? CYCLES says
// how often (100), SEED repeats a run, VICTIMS is what is killed (`controller,holder,daemon`). Everything that a lab starts has a mark in its environment, by which it is found
// among all processes. Ends with 1 where a process, a network namespace, a mount or a file is left, or a command failed that should not.
import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const cycles = Number(process.env.CYCLES ?? 100);
const seed = Number(process.env.SEED ?? Date.now() % 100_000);
const cli = process.env.ISTHMUS_CLI ?? fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const VICTIMS = (process.env.VICTIMS ?? "controller,holder,daemon").split(",");
/** By then most labs stand, counted from the start of the command, or of the first holder or daemon. */
const MOMENT_MS = { controller: 1500, holder: 800, daemon: 800 };

const work = mkdtempSync(join(tmpdir(), "isthmus-cycles-"));
const mark = `ISTHMUS_CYCLES=${work}`;
const folders = ["runtime", "tmp", "home"];
for (const folder of folders) mkdirSync(join(work, folder), { mode: 0o700 });
const network = join(work, "network.yaml");
writeFileSync(
  network,
  `name: cycles
defaults: { region: westeurope }
addressSpace: 10.64.0.0/12
virtualNetworks:
  hub: { role: hub, addressSpace: 10.64.0.0/22, subnets: { shared: /24 } }
sites:
  office: { addressSpace: [192.168.0.0/18], vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
connections:
  - between: [hub, office]
`,
);
const env = {
  ...process.env,
  ISTHMUS_CYCLES: work,
  XDG_RUNTIME_DIR: join(work, "runtime"),
  TMPDIR: join(work, "tmp"),
  HOME: join(work, "home"),
};

/** mulberry32: the same moments for the same seed. */
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

function lab(...args) {
  const child = spawn(process.execPath, [cli, "lab", ...args], {
    cwd: work,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  child.stderr.on("data", (text) => {
    said += text;
  });
  const ended = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve({ code: code ?? signal, said: () => said }));
  });
  return { pid: child.pid, ended };
}

function read(path, how) {
  try {
    return how(path);
  } catch {
    return "";
  }
}

/** Those with the mark, this one left out. */
function processes() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => read(`/proc/${pid}/environ`, (path) => readFileSync(path, "utf8")).includes(`${mark}\0`))
    .map((pid) => ({
      pid: Number(pid),
      name: read(`/proc/${pid}/comm`, (path) => readFileSync(path, "utf8")).trim(),
    }));
}

function inventory() {
  const marked = processes();
  const own = read("/proc/self/ns/net", readlinkSync);
  const nets = new Set(marked.map(({ pid }) => read(`/proc/${pid}/ns/net`, readlinkSync)));
  nets.delete(own);
  nets.delete("");
  return {
    processes: marked.length,
    "net namespaces": nets.size,
    mounts: readFileSync("/proc/self/mountinfo", "utf8").split("\n").length - 1,
    files: folders
      .flatMap((folder) => readdirSync(join(work, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => !entry.isDirectory()).length,
  };
}

function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}

function candidates(kind, controller) {
  if (kind === "controller") return [controller];
  const names = kind === "holder" ? ["unshare"] : ["bird", "charon"];
  return processes().flatMap(({ pid, name }) => (names.includes(name) ? [pid] : []));
}

/** Waits until one is there, and then for the moment. */
async function victimOf(kind, { pid, ended }, moment) {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver && candidates(kind, pid).length === 0) await wait(10);
  await wait(moment);
  const found = candidates(kind, pid);
  return found[Math.floor(random() * found.length)];
}

const before = inventory();
const figures = new Map(
  VICTIMS.map((victim) => [victim, { cycles: 0, killed: 0, "up failed": 0, leftover: 0 }]),
);
const mistakes = [];
const start = performance.now();

for (let cycle = 0; cycle < cycles; cycle++) {
  const kind = VICTIMS[Math.floor(random() * VICTIMS.length)];
  const figure = figures.get(kind);
  figure.cycles += 1;
  const moment = random() * MOMENT_MS[kind];

  const up = lab("up", network, "--name", "l", "--timers", "fast");
  const victim = await victimOf(kind, up, moment);
  if (victim !== undefined && kill(victim)) figure.killed += 1;
  const first = await up.ended;
  if (first.code !== 0) figure["up failed"] += 1;
  // What dies by itself is started again: it is nothing that `up` fails of.
  if (first.code !== 0 && first.code !== 70 && kind === "daemon")
    mistakes.push(`cycle ${cycle}: up, a daemon killed after ${moment.toFixed(0)} ms: ${first.said()}`);
  if (first.code === 70)
    mistakes.push(`cycle ${cycle}: up, ${kind} killed after ${moment.toFixed(0)} ms: a bug: ${first.said()}`);

  // Every second time the lab is wanted all the same.
  if (random() < 0.5) {
    const again = await lab("up", network, "--name", "l", "--timers", "fast").ended;
    if (again.code !== 0)
      mistakes.push(
        `cycle ${cycle}: the second up, ${kind} killed after ${moment.toFixed(0)} ms: ${again.said()}`,
      );
  }
  const down = await lab("down", "--all").ended;
  if (down.code !== 0) mistakes.push(`cycle ${cycle}: down ends with ${down.code}: ${down.said()}`);
  // What the kernel kills is gone when it has had the time.
  let left = inventory();
  for (let waited = 0; waited < 2000 && left.processes > before.processes; waited += 20) {
    await wait(20);
    left = inventory();
  }
  const more = Object.keys(before).filter((what) => left[what] > before[what]);
  if (more.length > 0) {
    figure.leftover += 1;
    const names = processes().map(({ pid, name }) => `${name} ${pid}`);
    mistakes.push(
      `cycle ${cycle}: ${kind} killed after ${moment.toFixed(0)} ms leaves ${more.join(", ")} ${names.join(", ")} ${read(join(work, "runtime"), (path) => readdirSync(path, { recursive: true }).join(" "))}`,
    );
    for (const { pid } of processes()) kill(pid);
    for (const folder of folders) {
      rmSync(join(work, folder), { recursive: true, force: true });
      mkdirSync(join(work, folder), { mode: 0o700 });
    }
  }
}

const after = inventory();
console.log(`${cycles} cycles, seed ${seed}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
console.table(Object.fromEntries(figures));
console.table({ before, after });
for (const mistake of mistakes) console.log(mistake);
console.log(mistakes.length === 0 ? "Nothing is left." : `${mistakes.length} mistakes.`);
rmSync(work, { recursive: true, force: true });
process.exitCode = mistakes.length === 0 ? 0 : 1;
