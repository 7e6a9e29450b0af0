import type { LabHost } from "../../src/lab/lab-plan.ts";
import type { Holder } from "../../src/lab/run/holder.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";

/** Flows from one to another, each from a port of its own: with four equal ways one is missed less than once in ten million times. */
const FLOWS = 64;

/** An address that packets are sent to: a host's, or one that stands for several hosts. */
export interface Target {
  readonly node: string;
  readonly address: string;
}

/** Who hears what is sent, whoever answers: for each sender a line, in it for each target a cell as `cellOf` makes them. */
export async function hear(
  holder: Holder,
  hosts: readonly LabHost[],
  targets: readonly Target[],
  port: number,
): Promise<readonly string[]> {
  const lines = [
    ...hosts.map(({ namespace }) => `hear ${namespace}`),
    ...hosts.flatMap(({ namespace, address, node }) =>
      targets.map((to) => `send ${namespace} ${address} ${to.node === node ? "-" : to.address}`),
    ),
  ];
  const perl = ["perl", "-MPOSIX=uname", "-MSocket", "-e", HEARER, String(port), String(FLOWS)];
  const { code, stdout, stderr } = await runInLab(holder, perl, { input: `${lines.join("\n")}\n` });
  const cells = stdout.trim().split(/\s+/);
  if (code !== 0 || cells.length !== hosts.length * targets.length)
    throw new Error(`Nobody can hear: ${stderr}`);
  return hosts.map((_, row) => cells.slice(row * targets.length, (row + 1) * targets.length).join(" "));
}

/** What is not heard is sent again, from the same port and so by the same way. 268 and 308 are `setns`; 0 and 15 as in pings. */
const HEARER = String.raw`
  my ($port, $flows) = @ARGV; my $setns = (uname())[4] eq "aarch64" ? 268 : 308; my (@hearers, @pairs, @cells);
  sub udpIn {
    my ($namespace, $at, $address) = @_;
    open(my $file, "<", "/run/netns/$namespace") or return;
    syscall($setns, fileno($file), 0x40000000) == 0 or die "$namespace: $!\n";
    socket(my $socket, AF_INET, SOCK_DGRAM | 2048, 0) or die "$!\n";
    setsockopt($socket, SOL_SOCKET, SO_RCVBUF, 1048576); setsockopt($socket, 0, 15, pack("i", 1));
    return bind($socket, pack_sockaddr_in($at, inet_aton($address))) ? $socket : undef;
  }
  for (<STDIN>) {
    my ($what, $namespace, $from, $to) = split;
    if ($what eq "hear") { push @hearers, scalar udpIn($namespace, $port, "0.0.0.0") } else { push @pairs, [$namespace, $from, $to] }
  }
  for my $number (0 .. $#pairs) {
    my ($namespace, $from, $to) = @{$pairs[$number]}; my (%by, %heard);
    my @senders = $to eq "-" ? () : grep { $_ } map { udpIn($namespace, 0, $from) } 1 .. $flows;
    for my $round (1 .. 3) {
      last if keys %heard == @senders;
      for my $flow (grep { !$heard{$_} } 0 .. $#senders) {
        send($senders[$flow], "$number $flow", 0, pack_sockaddr_in($port, inet_aton($to)));
      }
      for (my $left = 0.15; keys %heard < @senders; ) {
        my $ready = ""; for (grep { $_ } @hearers) { vec($ready, fileno($_), 1) = 1 }
        (my $found, $left) = select($ready, undef, undef, $left);
        last if $found <= 0;
        for my $host (grep { $hearers[$_] && vec($ready, fileno($hearers[$_]), 1) } 0 .. $#hearers) {
          while (defined recv($hearers[$host], my $text, 64, 0)) {
            my ($said, $flow) = split / /, $text;
            if ($said == $number) { $by{$host} = 1; $heard{$flow} = 1 }
          }
        }
      }
    }
    my $numbers = join ",", sort { $a <=> $b } keys %by;
    push @cells, $numbers eq "" ? "-" : $numbers . (keys %heard < @senders ? "?" : "");
  }
  print "@cells\n";
`;
