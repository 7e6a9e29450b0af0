import type { LabPlan } from "./lab-plan.ts";
import { runInForeground } from "./run/foreground.ts";
import type { Holder } from "./run/holder.ts";

/** A device in its namespace. */
export interface CapturePlace {
  readonly namespace: string;
  readonly device: string;
}

export interface CaptureOptions {
  /** `json`: a line a packet. `pcap`: IP packets, without what is before them on the wire. */
  readonly as: "json" | "pcap";
  /** Ends after so many; absent: when it is told to. */
  readonly count?: number;
  /** Where the packets are written; absent: the caller's own output. */
  readonly to?: number;
}

/**
 * One end of each wire that carries the link. Of a tunnel both sides: its device, where packets are as they were sent,
 * and what its ends speak over.
 */
export function captureOfLink(plan: LabPlan, link: string): readonly CapturePlace[] {
  const wires = plan.links.filter((one) => one.link === link).map(({ ends: [end] }) => end);
  if (wires.length > 0) return wires;

  const daemon = plan.daemons.find(
    ({ about, makesDevice }) => makesDevice !== undefined && about.includes(link),
  );
  if (daemon?.makesDevice === undefined) return [];
  const { namespace, makesDevice, tunnel } = daemon;
  return [makesDevice, ...(tunnel ? [tunnel.outer] : [])].map((device) => ({ namespace, device }));
}

/** Everything that a place sends and hears. */
export function captureOfNamespace({ links, daemons }: LabPlan, namespace: string): readonly CapturePlace[] {
  const tunnels = daemons.flatMap(({ makesDevice, ...daemon }) =>
    daemon.namespace === namespace && makesDevice !== undefined ? [{ namespace, device: makesDevice }] : [],
  );
  return [...endsIn(namespace, links), ...tunnels];
}

function endsIn(namespace: string, links: LabPlan["links"]): readonly CapturePlace[] {
  return links.flatMap(({ ends }) => ends.filter((end) => end.namespace === namespace));
}

/** Listens until it is told to end; answers with the listener's exit code. */
export function capture(
  holder: Holder,
  places: readonly CapturePlace[],
  { as, count = 0, to }: CaptureOptions,
): Promise<number> {
  const devices = places.map(({ namespace, device }) => `${namespace}/${device}`);
  const command = ["perl", "-MPOSIX=uname", "-MSocket=inet_ntoa", "-e", LISTENER, as, String(count)];
  return runInForeground(holder, [...command, ...devices], undefined, ["ignore", to ?? "inherit", "inherit"]);
}

/**
 * Programs for this change their user first, which a lab without root's rights does not allow; the kernel gives packets
 * to anybody inside who asks: AF_PACKET is 17, a raw socket 3, all protocols ETH_P_ALL 3, SIOCGIFINDEX 0x8933,
 * SIOCGSTAMP 0x8906, a network namespace 0x40000000 for `setns`. A socket stays in the namespace that it was made in. A
 * tunnel's device has no Ethernet header (ARPHRD_NONE 65534). The format:
 * https://datatracker.ietf.org/doc/draft-ietf-opsawg-pcap/, link type 101, packets that begin with their IP header.
 */
const LISTENER = String.raw`
  my ($as, $most, @places) = @ARGV; my $seen = 0; $| = 1;
  $SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 0 };
  my $setns = (uname())[4] eq "aarch64" ? 268 : 308;
  my (%socket, %name);
  for (@places) {
    my ($namespace, $device) = split m{/};
    if (!$socket{$namespace}) {
      open(my $file, "<", "/run/netns/$namespace") or next;
      syscall($setns, fileno($file), 0x40000000) == 0 or die "$namespace: $!\n";
      socket($socket{$namespace}, 17, 3, unpack("n", pack("S", 3))) or die "The kernel gives no packets: $!\n";
      # From the first question on the kernel notes when packets come.
      ioctl($socket{$namespace}, 0x8906, my $stamp = pack("l! l!", 0, 0));
    }
    my $request = pack("a16 x24", $device);
    ioctl($socket{$namespace}, 0x8933, $request) or next;
    $name{fileno($socket{$namespace}) . " " . unpack("x16 i", $request)} = $device;
  }
  %name or die "None of its devices is there.\n";
  binmode STDOUT;
  syswrite STDOUT, pack("VvvVVVV", 0xa1b2c3d4, 2, 4, 0, 0, 262144, 101) if $as eq "pcap";
  print STDERR "Listening at " . join(", ", sort values %name) . ".\n";
  my %protocol = (1 => "icmp", 6 => "tcp", 17 => "udp", 50 => "esp");
  my $all = ""; vec($all, fileno($_), 1) = 1 for values %socket;
  while (1) {
   select(my $ready = $all, undef, undef, undef) > 0 or next;
   for my $socket (values %socket) {
    vec($ready, fileno($socket), 1) or next;
    my $from = recv($socket, my $frame, 262144, 0);
    defined $from or next;
    my ($family, $type, $index, $hardware, $way) = unpack("S n i S C", $from);
    my $device = $name{fileno($socket) . " $index"};
    defined $device or next;
    my $packet = $hardware == 65534 ? $frame : substr($frame, 14);
    $hardware == 65534 or $type == 0x0800 or next;
    length($packet) >= 20 and (ord($packet) >> 4) == 4 or next;
    my $stamp = pack("l! l!", 0, 0);
    ioctl($socket, 0x8906, $stamp);
    my ($seconds, $micros) = unpack("l! l!", $stamp);
    if ($as eq "pcap") {
      my $length = length $packet;
      syswrite STDOUT, pack("VVVV", $seconds, $micros, $length, $length) . $packet;
    } else {
      my $number = ord substr($packet, 9, 1);
      my $what = $protocol{$number} // $number;
      my $rest = substr($packet, (ord($packet) & 15) * 4);
      my $more = "";
      if ($number == 6 || $number == 17) {
        my ($source, $destination) = unpack("nn", $rest);
        # IKE over 4500 begins with four zeros, where ESP has its number.
        if ($number == 17 && ($source == 4500 || $destination == 4500)) {
          $what = length($rest) >= 12 && unpack("N", substr($rest, 8, 4)) != 0 ? "esp" : "ike";
        } elsif ($number == 17 && ($source == 500 || $destination == 500)) { $what = "ike" }
        $more = sprintf ',"sourcePort":%d,"destinationPort":%d', $source, $destination;
      }
      printf qq({"time":%d.%06d,"device":"%s","direction":"%s","protocol":"%s","source":"%s","destination":"%s"%s,"length":%d}\n),
        $seconds, $micros, $device, $way == 4 ? "out" : "in", $what, inet_ntoa(substr($packet, 12, 4)),
        inet_ntoa(substr($packet, 16, 4)), $more, length $packet;
    }
    exit 0 if $most && ++$seen >= $most;
   }
  }
`;
