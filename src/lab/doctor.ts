import { readFileSync } from "node:fs";
import { type Holder, startHolder, stopHolder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { LabError } from "./run/lab-error.ts";
import { findProgram, type Program, programs } from "./run/programs.ts";

/** One thing that labs want of a machine. */
export interface Examined {
  readonly name: string;
  readonly works: boolean;
  /** Where it is, or what was said when it was tried. */
  readonly found: string;
  readonly for: string;
  /** What a person can do where it does not work. */
  readonly remedy?: string;
}

export interface Diagnosis {
  readonly features: readonly Examined[];
  readonly programs: readonly Examined[];
  /** Of these programs the packages are to be installed. */
  readonly missing: readonly Program[];
}

/** Tries everything that a lab may need, and leaves nothing behind. */
export async function examineMachine(): Promise<Diagnosis> {
  const found = programs.map((program: Program) => ({ program, path: findProgram(program) }));
  return {
    features: await examineFeatures(),
    programs: found.map(({ program, path }) => ({
      name: program.name,
      works: path !== undefined,
      found: path ?? `of the package ${program.package}`,
      for: program.for,
    })),
    missing: found.filter(({ path }) => path === undefined).map(({ program }) => program),
  };
}

interface Feature {
  readonly name: string;
  readonly for: string;
  /** Ends with 0 where it works. */
  readonly script: string;
  readonly remedy: string;
}

const NAMESPACES = "namespaces";

const features: readonly Feature[] = [
  {
    name: "veth pairs",
    for: "every lab",
    script: "ip link add v0 type veth peer name v1",
    remedy: "Load the module: sudo modprobe veth",
  },
  {
    name: "named network namespaces",
    for: "every lab",
    script: "ip netns add probe && ip netns exec probe ip link set lo up",
    remedy: "Allow mounts in user namespaces.",
  },
  {
    name: "bridge",
    for: "tunnels",
    script: "ip link add br0 type bridge",
    remedy: "Load the module: sudo modprobe bridge",
  },
  {
    name: "TUN devices",
    for: "tunnels",
    script: "ip tuntap add dev t0 mode tun",
    remedy: "Load the module, and let everybody open /dev/net/tun: sudo modprobe tun",
  },
  {
    name: "nftables with NAT",
    for: "peerings' flags, and tunnels that share an address",
    script: `nft "add table ip t; add chain ip t c { type nat hook prerouting priority dstnat; }; add rule ip t c udp dport 500 redirect to :10000"`,
    remedy: "Load the module: sudo modprobe nft_nat",
  },
  {
    name: "routing by device",
    for: "every lab",
    script: "ip rule add pref 100 iif lo lookup 100",
    remedy: "Take a kernel with CONFIG_IP_MULTIPLE_TABLES.",
  },
  {
    name: "packet sockets",
    for: "lab capture",
    script: `perl -e 'socket(my $s, 17, 3, 768) or die "$!\\n"'`,
    remedy: "Load the module: sudo modprobe af_packet",
  },
];

async function examineFeatures(): Promise<readonly Examined[]> {
  const holder = await startHolder().catch((error: unknown) => {
    if (error instanceof LabError) return undefined;
    throw error;
  });
  if (!holder) {
    const found = "refused";
    const untried = features.map(({ name, for: purpose }) => ({
      name,
      works: false,
      found: "not tried",
      for: purpose,
    }));
    return [{ name: NAMESPACES, works: false, found, for: "every lab", remedy: whoForbids() }, ...untried];
  }
  try {
    const user = holder.rootless
      ? "without root's rights"
      : "with root's rights, for without them it is refused";
    const examined: Examined[] = [{ name: NAMESPACES, works: true, found: user, for: "every lab" }];
    for (const feature of features) examined.push(await tryFeature(holder, feature));
    return examined;
  } finally {
    await stopHolder(holder);
  }
}

async function tryFeature(holder: Holder, feature: Feature): Promise<Examined> {
  const { code, stderr } = await runInLab(holder, ["sh", "-c", feature.script]);
  const { name, for: purpose, remedy } = feature;
  const [said = ""] = stderr.trim().split("\n");
  if (code === 0) return { name, works: true, found: "works", for: purpose };
  return { name, works: false, found: said === "" ? "refused" : said, for: purpose, remedy };
}

/** Settings by which a machine refuses namespaces to its users, and the value that does. */
const SETTINGS = [
  ["kernel/unprivileged_userns_clone", "0", "1"],
  ["kernel/apparmor_restrict_unprivileged_userns", "1", "0"],
  ["user/max_user_namespaces", "0", "10000"],
] as const;

function whoForbids(): string {
  const found = SETTINGS.find(([setting, forbids]) => settingOf(setting) === forbids);
  if (!found) return "Run it as root, or in a container that may make namespaces.";
  const [setting, forbids, allows] = found;
  const name = setting.replaceAll("/", ".");
  return `${name} is ${forbids}; allow it: sudo sysctl ${name}=${allows}`;
}

function settingOf(setting: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${setting}`, "utf8").trim();
  } catch {
    return undefined;
  }
}
