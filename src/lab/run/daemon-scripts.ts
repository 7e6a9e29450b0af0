import type { LabDaemon } from "../lab-plan.ts";
import { sstpCommand } from "../sstp/sstp-command.ts";
import { daemonFolder, type LabFile } from "./lab-files.ts";
import { CHARON } from "./programs.ts";

/** How long a program may take to be there. */
const PATIENCE_MS = 10_000;

const LOOK_MS = 20;

/** What stands beside a daemon's own files, so that whoever starts it, now or after its death, does the same. */
export function daemonScripts(daemon: LabDaemon): readonly LabFile[] {
  const folder = daemonFolder(daemon.name);
  return [
    { path: `${folder}/namespace`, text: daemon.namespace },
    { path: `${folder}/start`, text: startScript(daemon, folder) },
    ...(daemon.program === "charon" ? [{ path: `${folder}/load`, text: loadScript() }] : []),
  ];
}

/**
 * Run in its folder and its namespace. Who stops it meanwhile leaves `halted`, or no folder at all: then what has just been
 * started is stopped again.
 */
function startScript(daemon: LabDaemon, folder: string): string {
  const lines = [
    "[ ! -e halted ] || exit 1",
    ...certificateLines(daemon),
    programLine(daemon),
    ...(daemon.makesDevice === undefined ? [] : [deviceLine(daemon.makesDevice)]),
    "[ ! -e device.ip ] || ip -batch device.ip || exit 1",
    `{ [ -e ${folder}/start ] && [ ! -e halted ]; } || { kill -9 $(cat pid); exit 1; }`,
    "kill -0 $(cat pid) || exit 1",
    '[ ! -e deaths ] || echo "started $(date +%s)" >>deaths',
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * In the background, its word in `out` and its number in `pid`, which goes when it is stopped on purpose. Paths in their
 * files are within the folder.
 */
function programLine({ program, makesDevice = "" }: LabDaemon): string {
  switch (program) {
    case "bird":
      // It goes to the background when it has read its file, and takes its own note of its number with it.
      return "rm -f ctl bird.pid; bird -c bird.conf -s ctl -P bird.pid || exit 1; until [ -s bird.pid ]; do sleep 0.005; done; cp bird.pid pid";
    case "charon":
      // Its number goes to /run, where another's is: it gets one of its own, and finds its files from where it stands.
      return `rm -f vici; ${background(
        `env STRONGSWAN_CONF=strongswan.conf unshare -m sh -c 'mount -t tmpfs none /run && exec ${CHARON}'`,
      )}`;
    case "openvpn-server":
    case "openvpn-client":
      return `[ ! -e fill-in ] || sh fill-in || exit 1; ${background("openvpn --config openvpn.conf")}`;
    case "sstp-server":
    case "sstp-client":
      return background(sstpCommand(makesDevice));
  }
}

function background(command: string): string {
  return `setsid ${command} </dev/null >>out 2>&1 & echo $! >pid`;
}

/** Where a charon looks for what it proves itself with. */
function certificateLines({ certificate }: LabDaemon): readonly string[] {
  if (certificate === undefined) return [];
  // A stranger says that it is a client.
  const role = certificate === "server" ? "server" : "client";
  return [
    "mkdir -p private x509 x509ca; from=../../../certificates",
    `ln -sf $from/${certificate}.key private/${role}.key; ln -sf $from/${certificate}.crt x509/${role}.crt; ln -sf $from/ca.crt x509ca/`,
  ];
}

function deviceLine(device: string): string {
  return [
    `for i in $(seq ${PATIENCE_MS / LOOK_MS}); do`,
    `  [ -e /sys/class/net/${device} ] && break; kill -0 $(cat pid) || { cat out >&2; exit 1; }; sleep ${LOOK_MS / 1000}`,
    "done",
    `[ -e /sys/class/net/${device} ] || { cat out >&2; kill -9 $(cat pid); exit 1; }`,
  ].join("\n");
}

/** Run in its folder when it is there: what it shall connect. */
function loadScript(): string {
  return `
for i in $(seq ${PATIENCE_MS / LOOK_MS}); do
  said=$(STRONGSWAN_CONF=strongswan.conf SWANCTL_DIR=$PWD swanctl --load-all --file swanctl.conf --uri unix://vici 2>&1) && exit 0
  sleep ${LOOK_MS / 1000}
done
echo "$said" >&2; exit 1
`;
}
