import type { LabLink, LabNamespace } from "../lab-plan.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { LabError } from "./lab-error.ts";
import { LAB_ROOT } from "./lab-files.ts";
import { writeLabFiles } from "./write-lab-files.ts";

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

/** What each namespace is told, all namespaces side by side. Ends of links that are ports join their bridges first. */
export async function configureNamespaces(
  holder: Holder,
  namespaces: readonly { readonly name: string; readonly ip: readonly string[] }[],
): Promise<void> {
  if (namespaces.length === 0) return;

  const folder = `${LAB_ROOT}/ip`;
  await writeLabFiles(
    holder,
    namespaces.map(({ name, ip }) => ({ path: `${folder}/${name}`, text: `${ip.join("\n")}\n` })),
  );
  const script = `
    cd ${folder}
    for name in *; do ( ip -n "$name" -batch "$name" 2>"$name.error" || echo "$name: $(cat "$name.error")" >&2 ) & done
    wait; cd /; rm -r ${folder}
  `;
  const { stderr } = await runInLab(holder, ["sh", "-c", script]);
  if (stderr.trim() !== "") throw ipFailed(stderr);
}

/**
 * Reads a namespace, NUL, length, NUL and so many bytes of rules, again and again; some namespaces at a time. 268 and 308
 * are `setns`.
 */
const FILTERS = `
  my $setns = (POSIX::uname())[4] eq "aarch64" ? 268 : 308;
  my ($running, $failed) = (0, 0);
  sub reap { wait; $failed = 1 if $?; $running-- }
  binmode STDIN; local $/ = "\\0";
  while (defined(my $name = <STDIN>)) {
    my $length = <STDIN>; chop $name; chop $length;
    my $text = ""; read(STDIN, $text, $length) == $length or die "cut short";
    reap() if $running >= 4;
    defined(my $child = fork) or die "fork: $!"; $running++;
    next if $child;
    open(my $file, "<", "/run/netns/$name") or die "$name: $!"; syscall($setns, fileno($file), 0x40000000) == 0 or die "$name: $!";
    open(my $nft, "|-", "nft", "-f", "-") or die "nft: $!"; print $nft $text; close $nft and POSIX::_exit(0);
    print STDERR "the rules of $name\\n"; POSIX::_exit(1);
  }
  reap() while $running; exit $failed;
`;

/** One process goes round the namespaces, for to enter each from outside takes longer than nft does. */
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
  if (changes.length === 0) return;

  const input = changes.map(({ name, text }) => `${name}\0${Buffer.byteLength(text)}\0${text}`);
  const { code, stderr } = await runInLab(holder, ["perl", "-MPOSIX", "-e", FILTERS], {
    input: input.join(""),
  });
  if (code !== 0) throw new LabError(`nftables refuses rules: ${stderr.trim()}`, "Report this as a bug.");
}

function ipFailed(stderr: string): LabError {
  return new LabError(
    `The kernel refuses a part of the network: ${stderr.trim()}`,
    "Run `isthmus lab doctor`.",
  );
}
