import type { HostPair } from "../../src/lab/ping-pairs.ts";
import type { Holder } from "../../src/lab/run/holder.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";

/** A socket each, and most systems let a process have 1024. */
const AT_ONCE = 400;

/** Those where a TCP port answers, if only by refusing: nothing listens in a lab. Each is asked twice. */
export async function knock(
  holder: Holder,
  pairs: readonly HostPair[],
  port: number,
): Promise<ReadonlySet<HostPair>> {
  const answered = new Set<HostPair>();
  for (let round = 0; round < 2; round += 1) {
    const silent = pairs.filter((pair) => !answered.has(pair));
    for (let at = 0; at < silent.length; at += AT_ONCE) {
      const together = silent.slice(at, at + AT_ONCE);
      const input = together.map(({ from, to }) => `${from.namespace} ${from.address} ${to.address}\n`);
      const perl = ["perl", "-MPOSIX=uname,EINPROGRESS", "-MSocket", "-e", KNOCKER, String(port)];
      const { code, stdout, stderr } = await runInLab(holder, perl, { input: input.join("") });
      if (code !== 0) throw new Error(`Nobody can knock: ${stderr}`);
      for (const place of stdout.trim().split(/\s+/).filter(Boolean)) {
        const pair = together[Number(place)];
        if (pair) answered.add(pair);
      }
    }
  }
  return answered;
}

/** A socket stays in the namespace where it was made. 268 and 308 are `setns`, 111 is a connection refused. */
const KNOCKER = String.raw`
  my ($port) = @ARGV; my $setns = (uname())[4] eq "aarch64" ? 268 : 308; my (%waiting, @answered); my $number = 0;
  for (<STDIN>) {
    my ($namespace, $from, $to) = split; my $mine = $number++;
    open(my $file, "<", "/run/netns/$namespace") or next;
    syscall($setns, fileno($file), 0x40000000) == 0 or die "$namespace: $!\n";
    socket(my $socket, AF_INET, SOCK_STREAM | 2048, 0) or die "$!\n";
    bind($socket, pack_sockaddr_in(0, inet_aton($from))) or next;
    if (connect($socket, pack_sockaddr_in($port, inet_aton($to))) || $! == 111) { push @answered, $mine; next }
    $waiting{fileno $socket} = [$socket, $mine] if $! == EINPROGRESS;
  }
  my $quiet = 0;
  while (%waiting && $quiet < 2) {
    my $ready = ""; vec($ready, $_, 1) = 1 for keys %waiting;
    if (select(undef, $ready, undef, 0.3) > 0) {
      for my $place (grep { vec($ready, $_, 1) } keys %waiting) {
        my ($socket, $mine) = @{delete $waiting{$place}};
        my $error = unpack("i", getsockopt($socket, SOL_SOCKET, SO_ERROR));
        push @answered, $mine if $error == 0 || $error == 111;
      }
    } else { $quiet++ }
  }
  print "@answered\n";
`;
