import { setTimeout as wait } from "node:timers/promises";
import type { LabDaemon } from "../lab-plan.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { daemonFolder } from "./lab-files.ts";
import { makeCertificates } from "./make-certificates.ts";
import { CHARON } from "./programs.ts";
import { writeLabFiles } from "./write-lab-files.ts";

const PATIENCE_MS = 10_000;

/** Writes their files, then starts them: all at once, but for those that wait for another's device. */
export async function startDaemons(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  await writeLabFiles(
    holder,
    daemons.flatMap(({ name, files }) =>
      files.map((file) => ({ path: `${daemonFolder(name)}/${file.name}`, text: file.text })),
    ),
  );
  if (daemons.some(({ program, certificate }) => program.startsWith("openvpn") || certificate))
    await makeCertificates(holder);
  const started = new Map<string, Promise<void>>();
  const byName = new Map(daemons.map((daemon) => [daemon.name, daemon]));
  const start = (daemon: LabDaemon): Promise<void> => {
    const known = started.get(daemon.name);
    if (known) return known;

    const first = daemon.after === undefined ? undefined : byName.get(daemon.after);
    const run = (first ? start(first) : Promise.resolve()).then(() => startDaemon(holder, daemon));
    started.set(daemon.name, run);
    return run;
  };
  await Promise.all(daemons.map(start));

  const charons = daemons.filter(({ program }) => program === "charon");
  await Promise.all(charons.filter(({ begins }) => !begins).map((daemon) => loadConnections(holder, daemon)));
  await Promise.all(charons.filter(({ begins }) => begins).map((daemon) => loadConnections(holder, daemon)));
}

async function startDaemon(holder: Holder, daemon: LabDaemon): Promise<void> {
  const folder = daemonFolder(daemon.name);
  const { code, stderr } = await runInLab(holder, ["sh", "-c", startScript(daemon, folder)], {
    namespace: daemon.namespace,
  });
  if (code !== 0) throw notStarted(daemon, stderr);

  if (daemon.makesDevice !== undefined) await waitForDevice(holder, daemon, daemon.makesDevice);
  if (daemon.certificate !== undefined) await configureDevice(holder, daemon);
}

/**
 * Each in its own folder, in the background, its word in `out` and its number in `pid`. Paths in their files are within
 * that folder.
 */
function startScript(daemon: LabDaemon, folder: string): string {
  const { program } = daemon;
  const background = (command: string) =>
    `cd ${folder}; ${certificateScript(daemon)}\nsetsid ${command} </dev/null >out 2>&1 & echo $! >${folder}/pid`;
  switch (program) {
    case "bird":
      return `cd ${folder}; bird -c bird.conf -s ctl -P pid`;
    case "charon":
      // Its number goes to /run, where another's is: it gets one of its own, and finds its files from where it stands.
      return background(
        `env STRONGSWAN_CONF=strongswan.conf unshare -m sh -c 'mount -t tmpfs none /run && exec ${CHARON}'`,
      );
    case "openvpn-server":
    case "openvpn-client":
      return background(`openvpn --config openvpn.conf`);
  }
}

/** What its file says of a device that is there now: a user's address, and where it goes. */
async function configureDevice(holder: Holder, daemon: LabDaemon): Promise<void> {
  const script = `cd ${daemonFolder(daemon.name)}; [ ! -e device.ip ] || ip -batch device.ip`;
  const { code, stderr } = await runInLab(holder, ["sh", "-c", script], { namespace: daemon.namespace });
  if (code !== 0) throw notStarted(daemon, stderr);
}

/** Where a charon looks for what it proves itself with. */
function certificateScript({ certificate }: LabDaemon): string {
  if (certificate === undefined) return "";
  return `
    mkdir -p private x509 x509ca; from=../../../certificates
    ln -sf $from/${certificate}.key private/; ln -sf $from/${certificate}.crt x509/; ln -sf $from/ca.crt x509ca/
  `;
}

async function waitForDevice(holder: Holder, daemon: LabDaemon, device: string): Promise<void> {
  const script = `for i in $(seq ${PATIENCE_MS / 20}); do [ -e /sys/class/net/${device} ] || ip link show ${device} >/dev/null 2>&1 && exit 0; sleep 0.02; done; cat ${daemonFolder(daemon.name)}/out >&2; exit 1`;
  const { code, stderr } = await runInLab(holder, ["sh", "-c", script], { namespace: daemon.namespace });
  if (code !== 0) throw notStarted(daemon, stderr);
}

async function loadConnections(holder: Holder, daemon: LabDaemon): Promise<void> {
  const folder = daemonFolder(daemon.name);
  const command = [
    "env",
    `STRONGSWAN_CONF=${folder}/strongswan.conf`,
    `SWANCTL_DIR=${folder}`,
    "swanctl",
    "--load-all",
    "--file",
    `${folder}/swanctl.conf`,
    "--uri",
    `unix://${folder}/vici`,
  ];
  let said = "";
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    const { code, stdout, stderr } = await runInLab(holder, command, { namespace: daemon.namespace });
    if (code === 0) return;
    said = stderr || stdout;
    await wait(20);
  }
  throw notStarted(daemon, said);
}

export async function stopDaemons(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  const script = daemons
    .map(({ name }) => `kill -9 $(cat ${daemonFolder(name)}/pid) 2>/dev/null; rm -rf ${daemonFolder(name)}`)
    .join("\n");
  if (script !== "") await runInLab(holder, ["sh", "-c", script]);
}

/** New files for one that runs: BIRD takes them as it goes, the others are started anew. */
export async function reconfigureDaemons(holder: Holder, daemons: readonly LabDaemon[]): Promise<void> {
  const birds = daemons.filter(({ program }) => program === "bird");
  const others = daemons.filter(({ program }) => program !== "bird");
  await writeLabFiles(
    holder,
    birds.flatMap(({ name, files }) =>
      files.map((file) => ({ path: `${daemonFolder(name)}/${file.name}`, text: file.text })),
    ),
  );
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

function notStarted({ name, program }: LabDaemon, said: string): LabError {
  return new LabError(
    `${program} does not start as ${name}: ${said.trim().split("\n").slice(-5).join(" ")}`,
    `Read it with \`isthmus lab logs ${name}\`.`,
  );
}
