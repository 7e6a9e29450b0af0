import type { LabDaemon } from "../lab-plan.ts";
import { END_SCRIPT } from "../sstp/end-script.ts";
import { sstpCommand } from "../sstp/sstp-command.ts";
import { SSTP } from "../sstp/sstp-settings.ts";
import { daemonFolder, type LabFile } from "./lab-files.ts";
import { CHARON } from "./programs.ts";
import { WIDEN_RECEIVE_BUFFERS } from "./receive-buffers.ts";

/** How long a program may take to be there. */
const PATIENCE_MS = 10_000;

const LOOK_MS = 20;

/** What an end of SSTP runs, in the folder of the program that speaks for it. */
const END = "end.pl";

/** A folder for each device of the namespace that who looks is in; /sys shows those of whoever mounted it. */
const DEVICES = "/proc/sys/net/ipv4/conf";

/** What stands beside a daemon's own files, so that whoever starts it, now or after its death, does the same. */
export function daemonScripts(daemon: LabDaemon): readonly LabFile[] {
  const folder = daemonFolder(daemon.name);
  return [
    { path: `${folder}/namespace`, text: daemon.namespace },
    { path: `${folder}/start`, text: startScript(daemon, folder) },
    { path: `${folder}/first-start`, text: FIRST_START },
    ...(daemon.program === "charon" ? [{ path: `${folder}/load`, text: loadScript() }] : []),
    ...(daemon.program === "sstp" ? [{ path: `${folder}/${END}`, text: END_SCRIPT }] : []),
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
    ...awaited(daemon).map(thereLine),
    "[ ! -e device.ip ] || ip -batch device.ip || exit 1",
    // Not before all are there, for it would make those that are not.
    `if [ -e interfaces.sh ]; then missing=; while read -r one; do [ -e ${DEVICES}/$one ] || missing=$one; done <interfaces`,
    '  [ -n "$missing" ] || sh interfaces.sh || exit 1',
    "fi",
    "read -r pid <pid || exit 1",
    `{ [ -e ${folder}/start ] && [ ! -e halted ]; } || { kill -9 $pid; exit 1; }`,
    "kill -0 $pid || exit 1",
    '[ ! -e deaths ] || echo "started $(date +%s)" >>deaths',
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * In the background, its word in `out` and its number in `pid`, which goes when it is stopped on purpose. Paths in their
 * files are within the folder.
 */
function programLine({ name, program, makesDevice = "" }: LabDaemon): string {
  switch (program) {
    case "bird":
      // It goes to the background when it has read its file, and takes its own note of its number with it.
      return "[ ! -e ctl ] || rm -f ctl bird.pid; bird -c bird.conf -s ctl -P bird.pid || exit 1; i=0; until [ -s bird.pid ] || [ $i -ge 2000 ]; do i=$((i + 1)); sleep 0.005; done; read -r pid <bird.pid || exit 1; echo $pid >pid";
    case "charon":
      // Its number goes to /run, where another's is: it gets one of its own, and finds its files from where it stands.
      return `[ ! -e vici ] || rm -f vici; export STRONGSWAN_CONF=strongswan.conf; ${background(
        `unshare -m sh -c 'mount -t tmpfs none /run && exec ${CHARON}'`,
      )}`;
    case "openvpn-server":
    case "openvpn-client":
      return `[ ! -e fill-in ] || sh fill-in || exit 1; ${background("openvpn --config openvpn.conf")}`;
    case "sstp":
      return `[ ! -e socket ] || rm -f socket; ${background(sstpCommand())}`;
    case "sstp-server":
    case "sstp-client":
      return background(`perl ../${SSTP}/${END} ${name} ${makesDevice}`);
  }
}

function background(command: string): string {
  return `${command} </dev/null >>out 2>&1 & echo $! >pid`;
}

/** Where a charon looks for what it proves itself with. */
function certificateLines({ program, certificate, certificateFile }: LabDaemon): readonly string[] {
  if (certificate === undefined || program !== "charon") return [];
  // A stranger says that it is a client.
  const role = certificate === "server" ? "server" : "client";
  const file = certificateFile ?? `${role}.crt`;
  return [
    "mkdir -p private x509 x509ca; from=../../../certificates",
    `ln -sf $from/${certificate}.key private/${role}.key; ln -sf $from/${certificate}.crt x509/${file}; ln -sf $from/ca.crt x509ca/`,
  ];
}

/** What is there when it has started. */
function awaited({ program, makesDevice }: LabDaemon): readonly string[] {
  if (program === "sstp") return ["socket"];
  return makesDevice === undefined ? [] : [`${DEVICES}/${makesDevice}`];
}

function thereLine(path: string): string {
  return [
    `read -r pid <pid; i=0; until [ -e ${path} ]; do`,
    `  [ $i -lt ${PATIENCE_MS / LOOK_MS} ] || { cat out >&2; kill -9 $pid; exit 1; }`,
    `  kill -0 $pid || { cat out >&2; exit 1; }; i=$((i + 1)); sleep ${LOOK_MS / 1000}`,
    "done",
  ].join("\n");
}

/**
 * Run in its folder in place of `start` by who has not started it before. What dies meanwhile is started again by the lab's
 * first process, as whenever it dies, and that is waited for; one that has died before its number was known is nobody's yet.
 */
const FIRST_START = `
known=0; [ ! -e deaths ] || known=$(wc -l <deaths)
(. ./start) 2>start.error && exit 0
for i in $(seq 150); do
  [ -e start ] && [ ! -e halted ] || break
  case $(tail -n +$((known + 1)) deaths 2>/dev/null | tail -n 1) in
    started*) exit 0 ;;
    gaveup*) break ;;
    "") [ $i -lt 10 ] || { sh start; exit; } ;;
  esac
  sleep 0.1
done
cat start.error >&2; exit 1
`;

/** Run in its folder when it is there: what it shall connect. */
function loadScript(): string {
  return `
i=0; until [ -S vici ] || [ $i -ge ${PATIENCE_MS / LOOK_MS} ]; do i=$((i + 1)); sleep ${LOOK_MS / 1000}; done
i=0; while [ $i -lt ${PATIENCE_MS / LOOK_MS} ]; do i=$((i + 1))
  said=$(STRONGSWAN_CONF=strongswan.conf SWANCTL_DIR=$PWD swanctl --load-all --file swanctl.conf --uri unix://vici 2>&1) && { ${WIDEN_RECEIVE_BUFFERS}; exit 0; }
  sleep ${LOOK_MS / 1000}
done
echo "$said" >&2; exit 1
`;
}
