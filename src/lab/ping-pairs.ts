import type { LabHost } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { LabError } from "./run/lab-error.ts";
import { systemCalls } from "./run/system-calls.ts";

export interface HostPair {
  readonly from: LabHost;
  readonly to: LabHost;
}

export interface Pinged extends HostPair {
  readonly answers: boolean;
}

/** Each has a socket in the one process that asks for all. */
const SENDERS_AT_ONCE = 200;

/** All ordered pairs of two that are not one. */
export function allPairs(hosts: readonly LabHost[]): readonly HostPair[] {
  return hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => ({ from, to })));
}

/**
 * Asks for each pair whether a packet comes there and its answer back. `patienceSeconds` is how long those are asked
 * again that do not answer; with 0 they are asked twice, for one packet may be lost.
 */
export async function pingPairs(
  holder: Holder,
  pairs: readonly HostPair[],
  patienceSeconds: number,
): Promise<readonly Pinged[]> {
  const bySender = new Map<LabHost, HostPair[]>();
  for (const pair of pairs) bySender.set(pair.from, [...(bySender.get(pair.from) ?? []), pair]);
  const senders = [...bySender.values()];

  const answered = new Set<HostPair>();
  for (let at = 0; at < senders.length; at += SENDERS_AT_ONCE) {
    const together = senders.slice(at, at + SENDERS_AT_ONCE).flat();
    for (const pair of await pingTogether(holder, together, patienceSeconds)) answered.add(pair);
  }
  return pairs.map((pair) => ({ ...pair, answers: answered.has(pair) }));
}

/** Those that answer. */
async function pingTogether(
  holder: Holder,
  pairs: readonly HostPair[],
  patienceSeconds: number,
): Promise<readonly HostPair[]> {
  const input = pairs.map(({ from, to }) => `${from.namespace} ${from.address} ${to.address}\n`).join("");
  const perl = ["perl", "-e", PINGER, String(patienceSeconds)];
  const { code, stdout, stderr } = await runInLab(holder, perl, { input });
  if (code !== 0)
    throw new LabError(
      `Nobody in the lab can be asked for an answer: ${stderr.trim()}`,
      "Read what runs: isthmus lab status.",
    );
  return stdout
    .trim()
    .split(/\s+/)
    .flatMap((place) => pairs[Number(place === "" ? Number.NaN : place)] ?? []);
}

/**
 * One process that goes round the namespaces, for a `ping` for each pair is a process for each pair. It says the numbers
 * of those lines of its input that are answered. An answer counts from the address that was asked. (2, 3, 1) is a raw socket of
 * ICMP, (255, 1) its filter: answers alone; (1, 8) its buffer; (0, 15) lets it take an address that comes only when a user has
 * dialled in. To load their names takes longer than all hosts of a small lab take to answer.
 */
const PINGER = String.raw`
  my ($patience) = @ARGV;
  my (%senders, @pairs, $readable);
  for (<STDIN>) {
    my ($namespace, $from, $to) = split;
    push @pairs, { sender => $senders{"$namespace $from"} ||= socketIn($namespace, $from), asked => pack("C4", split /\./, $to), to => at($to) };
  }
  sub at { pack("S n C4 x8", 2, 0, split /\./, $_[0]) }
  sub socketIn {
    my ($namespace, $from) = @_;
    open(my $file, "<", "/run/netns/$namespace") or return {};
    syscall(${systemCalls.setns}, fileno($file), 0x40000000) == 0 or die "$namespace: $!\n";
    socket(my $socket, 2, 3, 1) or die "$namespace: $!\n";
    setsockopt($socket, 255, 1, pack("L", 0xfffffffe)); setsockopt($socket, 1, 8, 1048576);
    setsockopt($socket, 0, 15, pack("i", 1));
    bind($socket, at($from)) or return {};
    vec($readable, fileno($socket), 1) = 1;
    return { socket => $socket, id => ($$ * 211 + keys %senders) & 0xffff };
  }
  sub request {
    my ($id, $number) = @_;
    my $body = pack("n2 N", $id, $number & 0xffff, $number);
    my $sum = 0x0800; $sum += $_ for unpack("n*", $body);
    $sum = ($sum & 0xffff) + ($sum >> 16) while $sum >> 16;
    return pack("C2 n", 8, 0, ~$sum & 0xffff) . $body;
  }
  sub hear {
    my ($patience, $missing) = @_; my $left = $patience;
    while ($missing > 0) {
      (my $found, $left) = select(my $ready = $readable, undef, undef, $left);
      last if $found <= 0;
      for my $sender (grep { $_->{socket} && vec($ready, fileno($_->{socket}), 1) } values %senders) {
        recv($sender->{socket}, my $packet, 65536, 0);
        my (undef, undef, undef, $id, undef, $number) = unpack("C2 n n2 N", substr($packet, 4 * (ord($packet) & 15)));
        defined $number && $number < @pairs && $id == $sender->{id} && $pairs[$number]{sender} == $sender
          && substr($packet, 12, 4) eq $pairs[$number]{asked} or next;
        $left = $patience; $missing-- if !$pairs[$number]{answers}++;
      }
    }
    return $missing;
  }
  my @waiting = grep { $pairs[$_]{sender}{socket} } 0 .. $#pairs;
  my $end = time + $patience;
  for (my $round = 1; @waiting; $round++) {
    my $missing = @waiting;
    for my $index (0 .. $#waiting) {
      my $pair = $pairs[$waiting[$index]];
      send($pair->{sender}{socket}, request($pair->{sender}{id}, $waiting[$index]), 0, $pair->{to});
      $missing = hear(0, $missing) if $index % 16 == 15;
    }
    hear($round == 1 ? 0.1 : 0.25, $missing);
    @waiting = grep { !$pairs[$_]{answers} } @waiting;
    last if $round > 1 && time >= $end;
  }
  print join(" ", grep { $pairs[$_]{answers} } 0 .. $#pairs), "\n";
`;
