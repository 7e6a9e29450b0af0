import type { LabDaemon, LabLink, LabNamespace } from "../lab-plan.ts";
import { daemonScripts } from "../run/daemon-scripts.ts";
import { DAEMONS, daemonFolder } from "../run/lab-files.ts";
import { deviceSettings, namespaceSettings } from "../run/namespace-settings.ts";
import type { ExportedDevice } from "./device-names.ts";
import { keyLines } from "./key-lines.ts";
import { secretFile, secretPath } from "./node-files.ts";

export interface NodeParts {
  readonly title: string;
  readonly namespace: LabNamespace;
  readonly daemons: readonly LabDaemon[];
  readonly devices: readonly ExportedDevice[];
  readonly loops: readonly LabLink[];
  readonly keys: ReadonlyMap<string, string>;
  readonly secrets: readonly string[];
}

const PATIENCE_SECONDS = 60;
const LOOKS_A_SECOND = 20;

/** All that a node does, as one script for `sh`, run once and by root when the engine has made the node's devices. */
export function nodeScript(parts: NodeParts): string {
  const { title, namespace, daemons } = parts;
  const lines = [
    "#!/bin/sh",
    `# ${oneLine(title)}, for isthmus export. Start it once: a node that shall start anew is deployed anew.`,
    "set -eu",
    "umask 077",
    "export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C",
    ...secretLines(parts.secrets),
    `mkdir ${DAEMONS} || { echo 'it was started before: deploy the node anew' >&2; exit 1; }`,
    ...deviceLines(parts.devices),
    "# The engine's own network is no part of the lab.",
    "ip link set eth0 down 2>/dev/null || true",
    ...settingLines(),
    ...given("ip -batch -", linkLines(parts)),
    ...given("ip -batch -", namespace.ip),
    ...given(
      "nft -f -",
      namespace.nft === undefined ? [] : ["flush ruleset", ...namespace.nft.trimEnd().split("\n")],
    ),
    ...fileLines(daemons),
    ...keyLines(parts.keys, daemons),
    ...startLines(daemons),
  ];
  return `${lines.join("\n")}\n`;
}

function secretLines(secrets: readonly string[]): readonly string[] {
  return secrets.map(
    (file) =>
      `[ -s ${secretPath(file)} ] || { echo '${secretFile(file)} is missing: run sh make-secrets.sh, and deploy anew' >&2; exit 1; }`,
  );
}

function deviceLines(devices: readonly ExportedDevice[]): readonly string[] {
  if (devices.length === 0) return [];
  return [
    `for device in ${devices.map(({ made }) => made).join(" ")}; do`,
    `  for look in $(seq ${PATIENCE_SECONDS * LOOKS_A_SECOND}); do`,
    `    [ ! -e /sys/class/net/$device ] || continue 2; sleep ${1 / LOOKS_A_SECOND}`,
    "  done",
    `  echo "$device is not there after ${PATIENCE_SECONDS} seconds" >&2; exit 1`,
    "done",
  ];
}

/** Of the devices that are there, too: theirs are the host's. */
function settingLines(): readonly string[] {
  return [
    ...Object.entries(namespaceSettings).map(
      ([path, value]) => `[ ! -e /proc/sys/net/${path} ] || echo ${value} >/proc/sys/net/${path}`,
    ),
    ...deviceSettings.map(
      ({ family, name, value }) =>
        `for file in /proc/sys/net/${family}/conf/*/${name}; do [ ! -e $file ] || echo ${value} >$file; done`,
    ),
  ];
}

function linkLines({ devices, loops }: NodeParts): readonly string[] {
  return [
    ...devices.flatMap(({ made, wanted }) => [`link set ${made} down`, `link set ${made} name ${wanted}`]),
    ...loops.map(({ ends: [a, b] }) => `link add ${a.device} type veth peer name ${b.device}`),
  ];
}

function fileLines(daemons: readonly LabDaemon[]): readonly string[] {
  const files = daemons.flatMap((daemon) => [
    ...daemon.files.map(({ name, text }) => ({ path: `${daemonFolder(daemon.name)}/${name}`, text })),
    ...daemonScripts(daemon),
  ]);
  const folders = [...new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf("/"))))];
  return [
    ...folders.map((folder) => `mkdir -p ${folder}`),
    ...files.flatMap(({ path, text }) => given(`cat >${path}`, text.replace(/\n$/, "").split("\n"))),
  ];
}

/** As the lab of this machine does: one after the other, then what each shall connect; who speaks first is last. */
function startLines(daemons: readonly LabDaemon[]): readonly string[] {
  const charons = daemons.filter(({ program }) => program === "charon");
  const loaded = [...charons.filter(({ begins }) => !begins), ...charons.filter(({ begins }) => begins)];
  return [
    ...(daemons.some(({ program }) => program !== "bird") ? [TUN] : []),
    ...inOrder(daemons).map(({ name }) => `(cd ${daemonFolder(name)}; sh start)`),
    ...loaded.map(({ name }) => `(cd ${daemonFolder(name)}; sh load)`),
    ...loaded
      .filter(({ begins }) => begins)
      .flatMap(({ name }) => [
        ...given(`cat >${daemonFolder(name)}/insist`, INSIST),
        `(cd ${daemonFolder(name)}; setsid sh insist </dev/null >/dev/null 2>&1 &)`,
      ]),
  ];
}

/** Nodes start in any order: who speaks first may be told no by one that has not read its file yet, and asks again. */
const INSIST = [
  'ask() { STRONGSWAN_CONF=strongswan.conf swanctl "$@" --uri unix://vici; }',
  "for second in $(seq 300); do",
  "  sleep 1",
  '  [ -z "$(ask --list-sas)" ] || continue',
  "  child=$(ask --list-conns | sed -n 's/^  \\([^ :]*\\): TUNNEL.*/\\1/p' | head -n 1)",
  '  ask --initiate --child "$child" --timeout 5',
  "done",
];

const TUN = "[ -e /dev/net/tun ] || { mkdir -p /dev/net; mknod /dev/net/tun c 10 200; }";

function inOrder(daemons: readonly LabDaemon[]): readonly LabDaemon[] {
  const ordered = new Set<LabDaemon>();
  const byName = new Map(daemons.map((daemon) => [daemon.name, daemon]));
  function add(daemon: LabDaemon): void {
    const first = byName.get(daemon.after ?? "");
    if (first && !ordered.has(first)) add(first);
    ordered.add(daemon);
  }
  for (const daemon of daemons) add(daemon);
  return [...ordered];
}

/** A command that reads these lines, whatever is in them. */
function given(command: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  let end = "END";
  while (lines.includes(end)) end += "_";
  return [`${command} <<'${end}'`, ...lines, end];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
