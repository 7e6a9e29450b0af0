import type { LabDaemon } from "../lab-plan.ts";
import { daemonScripts } from "./daemon-scripts.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { daemonFolder } from "./lab-files.ts";
import { makeCertificates } from "./make-certificates.ts";
import { type RunScript, withScriptRunner } from "./script-runner.ts";
import { writeLabFiles } from "./write-lab-files.ts";

/** What they prove themselves with; it takes as long as all that comes before their start, and goes on beside it. */
export function prepareCertificates(
  holder: Holder,
  daemons: readonly LabDaemon[],
): Promise<void> | undefined {
  const made = daemons.some(provesItself) ? makeCertificates(holder) : undefined;
  // Who waits for it is told; until then something else may have failed first.
  made?.catch(() => {});
  return made;
}

/** What goes on while they are started, and what is waited for before it is needed. */
interface Meanwhile {
  /** What they prove themselves with. */
  readonly certificates: Promise<void> | undefined;
  /** By which tunnels that share an address are told apart. */
  readonly filters?: Promise<void>;
}

/** Writes their files, then starts them: all at once, but for those that wait for another's device. */
export async function startDaemons(
  holder: Holder,
  daemons: readonly LabDaemon[],
  meanwhile: Meanwhile = { certificates: prepareCertificates(holder, daemons) },
): Promise<void> {
  if (daemons.length === 0) return;
  await writeFiles(holder, daemons);
  await withScriptRunner(holder, (run) => startInOrder(holder, daemons, meanwhile, run));
}

async function startInOrder(
  holder: Holder,
  daemons: readonly LabDaemon[],
  { certificates, filters }: Meanwhile,
  run: RunScript,
): Promise<void> {
  const started = new Map<string, Promise<void>>();
  const byName = new Map(daemons.map((daemon) => [daemon.name, daemon]));
  const start = (daemon: LabDaemon): Promise<void> => {
    const known = started.get(daemon.name);
    if (known) return known;

    const first = daemon.after === undefined ? undefined : byName.get(daemon.after);
    const ready = [
      ...(first ? [start(first)] : []),
      ...(certificates && provesItself(daemon) ? [certificates] : []),
    ];
    const running = Promise.all(ready).then(() => runScript(holder, daemon, "first-start", run));
    started.set(daemon.name, running);
    return running;
  };

  const charons = daemons.filter(({ program }) => program === "charon");
  const load = (daemon: LabDaemon) =>
    Promise.all([start(daemon), filters]).then(() => runScript(holder, daemon, "load", run));
  const waiting = charons.filter(({ begins }) => !begins).map((daemon) => ({ daemon, loaded: load(daemon) }));
  const beginning = charons
    .filter(({ begins }) => begins)
    .map(async (daemon) => {
      const far = waiting.filter((one) => one.daemon.about.some((link) => daemon.about.includes(link)));
      await Promise.all([start(daemon), ...far.map(({ loaded }) => loaded)]);
      await load(daemon);
    });
  await Promise.all([...daemons.map(start), ...waiting.map(({ loaded }) => loaded), ...beginning]);
}

function provesItself({ program, certificate }: LabDaemon): boolean {
  return program.startsWith("openvpn") || certificate !== undefined;
}

export function writeFiles(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  const own = daemons.flatMap(({ name, files }) =>
    files.map((file) => ({ path: `${daemonFolder(name)}/${file.name}`, text: file.text })),
  );
  return writeLabFiles(holder, [...own, ...daemons.flatMap(daemonScripts)]);
}

async function runScript(
  holder: Holder,
  { name, namespace, program }: LabDaemon,
  script: "first-start" | "load",
  run: RunScript,
): Promise<void> {
  const folder = daemonFolder(name);
  if (await run(namespace, folder, script)) return;
  const { stdout } = await runInLab(holder, ["cat", `${folder}/${script}.error`]);
  throw notStarted({ name, program }, stdout);
}

/** Ends them and forgets them. */
export async function stopDaemons(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  await haltDaemons(holder, daemons);
  const folders = daemons.map(({ name }) => daemonFolder(name));
  if (folders.length > 0) await runInLab(holder, ["rm", "-rf", ...folders]);
}

/**
 * Ends them without a word to those they speak to, as a machine stops that loses its power. Their files stay. Who starts
 * again what dies is told first.
 */
export async function haltDaemons(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  const script = daemons
    .map(
      ({ name }) =>
        `cd ${daemonFolder(name)} && { : >halted; pid=$(cat pid); rm -f pid; [ -z "$pid" ] || kill -9 "$pid"; }`,
    )
    .join("\n");
  if (script !== "") await runInLab(holder, ["sh", "-c", script]);
}

/** Starts halted ones with the files that they have; one that runs all the same, anew. */
export async function reviveDaemons(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  if (daemons.length === 0) return;
  await haltDaemons(holder, daemons);
  await runInLab(holder, ["rm", "-f", ...daemons.map(({ name }) => `${daemonFolder(name)}/halted`)]);
  await startDaemons(
    holder,
    daemons.map((daemon) => ({ ...daemon, files: [] })),
  );
}

/** New files for one that runs: BIRD takes them as it goes, the others are started anew. */
export async function reconfigureDaemons(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  const birds = daemons.filter(({ program }) => program === "bird");
  const others = daemons.filter(({ program }) => program !== "bird");
  await writeFiles(holder, birds);
  for (const bird of birds) {
    const { stdout } = await runInLab(
      holder,
      ["birdc", "-s", `${daemonFolder(bird.name)}/ctl`, "configure"],
      { namespace: bird.namespace },
    );
    if (!/Reconfigur/.test(stdout)) throw notStarted(bird, stdout);
  }
  await stopDaemons(holder, others);
  await startDaemons(holder, others);
}

/** Its lab may be gone by the time that this is read: what it said last stands here. */
function notStarted({ name, program }: Pick<LabDaemon, "name" | "program">, said: string): LabError {
  const last = said.trim().split("\n").slice(-5).join(" ");
  return new LabError(
    `${program} does not start as ${name}: ${last === "" ? "it said nothing" : last}`,
    "Run `isthmus lab doctor`: it tries what this program takes.",
  );
}
