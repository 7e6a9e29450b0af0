import type { LabLink, LabNamespace } from "../lab-plan.ts";
import type { Holder } from "./holder.ts";
import { type Ran, runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { systemCalls } from "./system-calls.ts";

/** `ip -batch` opens files for every link and closes them at its end: more of them, and it runs out. */
const LINKS_A_BATCH = 400;

export async function makeLinks(holder: Holder, links: readonly LabLink[]): Promise<void> {
  const lines = links.map(({ ends: [a, b] }) =>
    [
      `link add ${a.device} netns ${a.namespace} type veth`,
      `peer name ${b.device} netns ${b.namespace}`,
    ].join(" "),
  );
  for (let at = 0; at < lines.length; at += LINKS_A_BATCH) {
    await runBatch(holder, lines.slice(at, at + LINKS_A_BATCH));
  }
}

export async function removeLinks(holder: Holder, links: readonly LabLink[]): Promise<void> {
  for (const { ends } of links) {
    const [{ namespace, device }] = ends;
    // Gone already where its namespace was.
    await runInLab(holder, ["ip", "-n", namespace, "link", "del", device]);
  }
}

async function runBatch(holder: Holder, lines: readonly string[]): Promise<void> {
  const { code, stderr } = await runInLab(holder, ["ip", "-batch", "-"], { input: `${lines.join("\n")}\n` });
  if (code !== 0) throw ipFailed(stderr);
}

/** What each namespace is told, some namespaces side by side. Ends of links that are ports join their bridges first. */
export async function configureNamespaces(
  holder: Holder,
  namespaces: readonly { readonly name: string; readonly ip: readonly string[] }[],
): Promise<void> {
  const told = namespaces.map(({ name, ip }) => ({ name, text: `${ip.join("\n")}\n` }));
  const { code, stderr } = await runInEach(holder, ["ip", "-batch", "-"], told);
  if (code !== 0) throw ipFailed(stderr);
}

/**
 * Reads a namespace, NUL, length, NUL and so many bytes, again and again, and gives the bytes to a program there; some namespaces
 * at a time. One process goes round them, for to enter each from outside takes longer than most programs do: `ip -n` makes file
 * systems of its own for each.
 */
const IN_EACH = `
  my ($running, $failed) = (0, 0);
  sub reap { wait; $failed = 1 if $?; $running-- }
  binmode STDIN; local $/ = "\\0";
  while (defined(my $name = <STDIN>)) {
    my $length = <STDIN>; chop $name; chop $length;
    my $text = ""; read(STDIN, $text, $length) == $length or die "cut short";
    reap() if $running >= 4;
    defined(my $child = fork) or die "fork: $!"; $running++;
    next if $child;
    open(my $file, "<", "/run/netns/$name") or die "$name: $!"; syscall(${systemCalls.setns}, fileno($file), 0x40000000) == 0 or die "$name: $!";
    open(my $program, "|-", @ARGV) or die "$ARGV[0]: $!"; print $program $text; close $program and exit 0;
    print STDERR "in $name\\n"; exit 1;
  }
  reap() while $running; exit $failed;
`;

function runInEach(
  holder: Holder,
  program: readonly string[],
  inputs: readonly { readonly name: string; readonly text: string }[],
): Promise<Pick<Ran, "code" | "stderr">> {
  if (inputs.length === 0) return Promise.resolve({ code: 0, stderr: "" });
  const input = inputs.map(({ name, text }) => `${name}\0${Buffer.byteLength(text)}\0${text}`);
  return runInLab(holder, ["perl", "-e", IN_EACH, ...program], { input: input.join("") });
}

export async function loadFilters(holder: Holder, namespaces: readonly LabNamespace[]): Promise<void> {
  await changeFilters(
    holder,
    namespaces.map(({ name, nft }) => ({ name, text: `flush ruleset\n${nft ?? ""}` })),
  );
}

/** By namespace, what nft reads. */
export async function changeFilters(
  holder: Holder,
  changes: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const { code, stderr } = await runInEach(holder, ["nft", "-f", "-"], changes);
  if (code !== 0) throw new LabError(`nftables refuses rules: ${stderr.trim()}`, "Report this as a bug.");
}

function ipFailed(stderr: string): LabError {
  return new LabError(
    `The kernel refuses a part of the network: ${stderr.trim()}`,
    "Run `isthmus lab doctor`.",
  );
}
