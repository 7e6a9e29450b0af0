import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { HostPair } from "./ping-pairs.ts";
import type { Holder } from "./run/holder.ts";
import { startInLab } from "./run/in-lab.ts";
import { LabError } from "./run/lab-error.ts";

/** Between two packets of a pair; no silence is measured finer than that. */
const INTERVAL_MS = 10;

export interface Silence extends HostPair {
  /** The longest time between two answers, or between the last and the end. */
  readonly milliseconds: number;
}

export interface Watch {
  /** Ends it. Pairs that never answered are not among them. */
  stop(): Promise<readonly Silence[]>;
}

/** Pings pairs all the time until it is stopped, or whoever watches dies. It begins when all have answered, or a second is over. */
export async function watchPairs(holder: Holder, pairs: readonly HostPair[]): Promise<Watch> {
  if (pairs.length === 0) return { stop: async () => [] };

  const perl = [
    "perl",
    "-MPOSIX=uname",
    "-MSocket",
    "-e",
    WATCHER,
    String(pairs.length),
    String(INTERVAL_MS),
  ];
  const child = startInLab(holder, perl, undefined, ["pipe", "pipe", "pipe"]);
  const said = collect(child);
  child.stdin?.on("error", () => {});
  child.stdin?.write(
    pairs.map(({ from, to }) => `${from.namespace} ${from.address} ${to.address}\n`).join(""),
  );
  await said.ready;
  return {
    async stop() {
      child.stdin?.end();
      const { code, stdout, stderr } = await said.end;
      if (code !== 0)
        throw new LabError(`The lab cannot be watched: ${stderr.trim()}`, "See isthmus lab status.");
      return silencesIn(stdout, pairs);
    },
  };
}

function collect(child: ChildProcess) {
  let stdout = "";
  let stderr = "";
  child.stderr?.on("data", (data) => {
    stderr += String(data);
  });
  const closed = once(child, "close");
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on("data", (data) => {
      stdout += String(data);
      if (stdout.includes("ready\n")) resolve();
    });
    void closed.then(
      () => resolve(),
      () => resolve(),
    );
  });
  const end = closed.then(([code]) => ({ code: Number(code ?? 1), stdout, stderr }));
  return { ready, end };
}

/** A line a pair that answered: its place in the list, and milliseconds. */
export function silencesIn(text: string, pairs: readonly HostPair[]): readonly Silence[] {
  return [...text.matchAll(/^(\d+) (\d+)$/gm)].flatMap(([, place, milliseconds]) => {
    const pair = pairs[Number(place)];
    return pair ? [{ ...pair, milliseconds: Number(milliseconds) }] : [];
  });
}

/**
 * One process in all the namespaces. Its input is a line a pair and then nothing until it shall end. 268 and 308 are
 * `setns`, 228 and 113 `clock_gettime` of the clock that nobody sets, 1 and 255 ICMP's filter: answers alone.
 */
const WATCHER = String.raw`
  my ($count, $interval) = @ARGV;
  my $arm = (uname())[4] eq "aarch64";
  my (@pairs, %sockets, $readable);
  sub now { my $at = pack("q2", 0, 0); syscall($arm ? 113 : 228, 1, $at); my ($s, $n) = unpack("q2", $at); $s * 1000 + $n / 1e6 }
  my $buffer = "";
  while (($buffer =~ tr/\n//) < $count) { sysread(STDIN, $buffer, 65536, length $buffer) or exit }
  vec($readable, 0, 1) = 1;
  for (split /\n/, $buffer) {
    my ($namespace, $from, $to) = split;
    push @pairs, { socket => $sockets{"$namespace $from"} ||= socketIn($namespace, $from), to => pack_sockaddr_in(0, inet_aton($to)), id => ($$ * 211 + @pairs) & 0xffff, gap => 0 };
  }
  sub socketIn {
    my ($namespace, $from) = @_;
    open(my $file, "<", "/run/netns/$namespace") or die "$namespace: $!\n";
    syscall($arm ? 268 : 308, fileno($file), 0x40000000) == 0 or die "$namespace: $!\n";
    socket(my $socket, AF_INET, SOCK_RAW, 1) or die "$namespace: $!\n";
    setsockopt($socket, 255, 1, pack("L", 0xfffffffe));
    bind($socket, pack_sockaddr_in(0, inet_aton($from))) or die "$from: $!\n";
    vec($readable, fileno($socket), 1) = 1;
    return $socket;
  }
  my %byId = map { $_->{id} => $_ } @pairs;
  sub request {
    my ($id) = @_;
    my $body = pack("n2", $id, 0);
    my $sum = 0x0800 + $id; $sum = ($sum & 0xffff) + ($sum >> 16) while $sum >> 16;
    return pack("C2 n", 8, 0, ~$sum & 0xffff) . $body;
  }
  my ($start, $next, $ready, $open) = (now(), now(), 0, 1);
  $| = 1;
  while ($open) {
    my $at = now();
    if ($at >= $next) {
      send($_->{socket}, request($_->{id}), 0, $_->{to}) for @pairs;
      $next += $interval; $next = $at + $interval if $next < $at;
    }
    my $wait = ($next - now()) / 1000;
    select(my $heard = $readable, undef, undef, $wait > 0 ? $wait : 0) > 0 or next;
    $at = now();
    $open = 0 if vec($heard, 0, 1) && !sysread(STDIN, my $nothing, 4096);
    for my $socket (values %sockets) {
      vec($heard, fileno($socket), 1) or next;
      recv($socket, my $packet, 65536, 0);
      my (undef, undef, undef, $id) = unpack("C2 n n", substr($packet, 4 * (ord($packet) & 15)));
      my $pair = $byId{$id // ""};
      $pair && $pair->{socket} == $socket or next;
      $pair->{gap} = $at - $pair->{last} if $ready && defined $pair->{last} && $at - $pair->{last} > $pair->{gap};
      $pair->{last} = $at;
    }
    if (!$ready && ($at > $start + 1000 || !grep { !defined $_->{last} } @pairs)) { $ready = 1; print "ready\n" }
  }
  my $end = now();
  for my $place (0 .. $#pairs) {
    my $pair = $pairs[$place]; defined $pair->{last} or next;
    my $gap = $end - $pair->{last} > $pair->{gap} ? $end - $pair->{last} : $pair->{gap};
    printf "%d %d\n", $place, $gap;
  }
`;
