import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import type { LabDaemon, LabPlan } from "../lab-plan.ts";

/** A program that a lab runs, where Debian and what is made from it put it, and the package that brings it. */
export interface Program {
  readonly name: string;
  readonly package: string;
  /** Absent: in one of the folders for programs. */
  readonly path?: string;
  /** What it is there for, as the end of a sentence. */
  readonly for: string;
}

/** Where programs are; root's folders are not on everybody's PATH. */
const FOLDERS = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"];

const IPSEC = "IPsec tunnels";

/** Debian keeps it where no PATH leads. */
export const CHARON = "/usr/lib/ipsec/charon";
const PLUGINS = "/usr/lib/ipsec/plugins/libstrongswan";

export const programs = [
  { name: "unshare", package: "util-linux", for: "every lab" },
  { name: "nsenter", package: "util-linux", for: "every lab" },
  { name: "perl", package: "perl-base", for: "every lab" },
  { name: "ip", package: "iproute2", for: "every lab" },
  { name: "nft", package: "nftables", for: "peerings' flags, and tunnels that share an address" },
  { name: "ping", package: "iputils-ping", for: "lab test" },
  { name: "bird", package: "bird2", for: "BGP: gateways, Route Servers, circuits, devices with an ASN" },
  { name: "birdc", package: "bird2", for: "lab status of BGP" },
  { name: "charon", package: "strongswan-charon", path: CHARON, for: IPSEC },
  {
    name: "kernel-libipsec",
    package: "libcharon-extra-plugins",
    path: `${PLUGINS}-kernel-libipsec.so`,
    for: IPSEC,
  },
  {
    name: "openssl of strongSwan",
    package: "libstrongswan-standard-plugins",
    path: `${PLUGINS}-openssl.so`,
    for: "IPsec policies with AES-GCM or elliptic curves, which become aes256-sha256",
  },
  {
    name: "gcrypt of strongSwan",
    package: "libstrongswan-extra-plugins",
    path: `${PLUGINS}-gcrypt.so`,
    for: "tunnels as fast as this machine could make them",
  },
  { name: "swanctl", package: "strongswan-swanctl", for: IPSEC },
  { name: "sysctl", package: "procps", for: "VPN devices, which run the script that is exported for them" },
  { name: "openvpn", package: "openvpn", for: "users' tunnels by OpenVPN" },
  { name: "openssl", package: "openssl", for: "the certificates of users and their gateways" },
] as const satisfies readonly Program[];

export type ProgramName = (typeof programs)[number]["name"];

/** The path of a program that may be run, or of a file that may be read. */
export function findProgram(program: Program): string | undefined {
  const paths =
    program.path === undefined ? FOLDERS.map((folder) => join(folder, program.name)) : [program.path];
  return paths.find(isThere);
}

function isThere(path: string): boolean {
  try {
    accessSync(path, path.endsWith(".so") ? constants.R_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const EVERY_LAB: readonly ProgramName[] = ["unshare", "nsenter", "perl", "ip"];

const DAEMONS: Readonly<Record<LabDaemon["program"], readonly ProgramName[]>> = {
  bird: ["bird", "birdc"],
  charon: ["charon", "kernel-libipsec", "swanctl"],
  "openvpn-server": ["openvpn", "openssl"],
  "openvpn-client": ["openvpn", "openssl"],
  sstp: [],
  "sstp-server": ["openssl"],
  "sstp-client": ["openssl"],
};

/** Whether strongSwan has what is in a package that tunnels do without. */
export function hasGcm(): boolean {
  return programs.every(
    (program) => program.name !== "openssl of strongSwan" || findProgram(program) !== undefined,
  );
}

/** Programs that this plan takes and this machine has not. */
export function missingPrograms(plan: LabPlan): readonly Program[] {
  const wanted = new Set<ProgramName>([
    ...EVERY_LAB,
    ...(plan.namespaces.some(({ nft }) => nft !== undefined) ? ["nft" as const] : []),
    ...plan.daemons.flatMap(({ program }) => DAEMONS[program]),
    ...(plan.daemons.some(({ files }) =>
      files.some(({ name, text }) => name === "interfaces.sh" && text.includes("sysctl ")),
    )
      ? ["sysctl" as const]
      : []),
    ...(plan.daemons.some(({ certificate }) => certificate !== undefined) ? ["openssl" as const] : []),
  ]);
  return programs.filter((program) => wanted.has(program.name) && findProgram(program) === undefined);
}

/** The one line that brings them all. */
export function installLine(missing: readonly Program[]): string {
  return `sudo apt-get install ${[...new Set(missing.map((program) => program.package))].sort().join(" ")}`;
}
