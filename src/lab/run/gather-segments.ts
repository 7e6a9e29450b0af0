import type { LabLink } from "../lab-plan.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { systemCalls } from "./system-calls.ts";

/** How many packets wait for the far end before the next is lost. */
const WAITING = 1000;

/**
 * Reads, line by line, a namespace and its device, and those across from it, where segments are gathered. Each stands for
 * one end of a veth pair, which the kernel gathers at where its other end passes on segments one by one (no TSO), it may (GRO),
 * and more than one waits: a thread of the kernel (`threaded`) takes them, when its turn comes. What it has no room for
 * waits in a queue in front of the pair (`pfifo`, which rtnetlink is asked for), for a pair by itself would lose it. 0x8946 is
 * SIOCETHTOOL with ETHTOOL_STSO and ETHTOOL_SGRO, 0x8933 SIOCGIFINDEX. Where the kernel has no such threads all stays as it is.
 */
export const GATHERER = `
  syscall(${systemCalls.unshare}, 0x20000) == 0 or exit;
  sub enter { open(my $file, "<", "/run/netns/$_[0]") or return 0; syscall(${systemCalls.setns}, fileno($file), 0x40000000) == 0 }
  sub feature { my ($device, $command, $value) = @_; socket(my $s, 2, 2, 0); my $set = pack("II", $command, $value); ioctl($s, 0x8946, pack("a16 P", $device, $set)) }
  sub queue {
    socket(my $s, 2, 2, 0); my $name = pack("a16 x24", $_[0]); ioctl($s, 0x8933, $name) or return;
    my $text = pack("CxSlLLL", 0, 0, unpack("x16 i", $name), 0, 0xffffffff, 0) . pack("SSa8", 10, 1, "pfifo") . pack("SSL", 8, 2, ${WAITING});
    socket(my $netlink, 16, 3, 0); syswrite($netlink, pack("LSSLL", 16 + length $text, 36, 0x501, 1, 0) . $text);
  }
  while (my $line = <STDIN>) {
    my ($from, $out, $to, $in) = split / /, $line =~ s/\\n//r;
    enter($to) && feature($in, 0x2c, 1) or next;
    my ($type, $place) = ("sysfs", "/sys"); syscall(${systemCalls.mount}, $type, $place, $type, 0, 0) == 0 or next;
    open(my $file, ">", "/sys/class/net/$in/threaded") or next; syswrite($file, 1) or next;
    enter($from) && feature($out, 0x1f, 0); queue($out);
  }
`;

/** Of links that have such ends, when both are up. */
export async function gatherSegments(holder: Holder, links: readonly LabLink[]): Promise<void> {
  const lines = links.flatMap(({ ends: [a, b] }) => [
    ...(b.gathers ? [`${a.namespace} ${a.device} ${b.namespace} ${b.device}\n`] : []),
    ...(a.gathers ? [`${b.namespace} ${b.device} ${a.namespace} ${a.device}\n`] : []),
  ]);
  if (lines.length > 0) await runInLab(holder, ["perl", "-e", GATHERER], { input: lines.join("") });
}
