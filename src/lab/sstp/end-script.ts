import { frameKinds } from "./end-frames.ts";
import { CALLS, PORT, SOCKET } from "./sstp-settings.ts";

const { packet, hello, notConnected, configure, listen, dial } = frameKinds;

/** More than that waiting for a slow reader, and packets are dropped, or no more is read. */
const MOST_WAITING = 1_000_000;

/**
 * What an SSTP end is in its own namespace, in perl, which is on every Debian: it has the device and speaks TCP there, and
 * hands both to the one program of the lab that speaks SSTP. Node takes ten times as long to start and as much memory, cannot
 * open a device, and is in one namespace. Run in its own folder, with the daemon's name and the device. Where that program ends,
 * it begins anew, without its device and connections.
 *
 * 0x400454ca is TUNSETIFF, and 0x1001 asks for packets without a header; 1 and 2 are AF_UNIX and AF_INET, 4 and 2048 F_SETFL and
 * O_NONBLOCK, (1, 2) SO_REUSEADDR, (1, 4) SO_ERROR, (6, 1) TCP_NODELAY, 115 EINPROGRESS. To load their names takes longer than
 * the rest.
 */
export const END_SCRIPT = String.raw`
  my ($name, $device) = @ARGV;
  $SIG{PIPE} = "IGNORE";
  # By the number of the file: its handle, what waits to be written, and what to do when there is something to read.
  my %at;
  sub watch {
    my ($handle, %more) = @_;
    fcntl($handle, 4, 2048);
    return $at{fileno $handle} = { handle => $handle, waiting => "", %more };
  }
  sub forget {
    my ($one) = @_;
    defined(my $number = fileno $one->{handle}) or return;
    delete $at{$number}; close $one->{handle}; delete @$one{qw(far heard connecting)};
  }
  sub flush {
    my ($one) = @_;
    if ($one->{waiting} ne "") {
      my $length = syswrite($one->{handle}, $one->{waiting});
      if (defined $length) { substr($one->{waiting}, 0, $length, "") } elsif ($! != 11) { $one->{waiting} = "" }
    }
    forget($one) if $one->{last} && $one->{waiting} eq "";
  }
  sub again { select(undef, undef, undef, 0.1); exec $^X, $0, @ARGV }
  sub to {
    my ($path) = @_;
    socket(my $socket, 1, 1, 0) or die "socket: $!\n";
    return connect($socket, pack("S a108", 1, $path)) ? $socket : undef;
  }

  open(my $file, "+<", "/dev/net/tun") or die "/dev/net/tun: $!\n";
  ioctl($file, 0x400454ca, my $request = pack("a16 S x22", $device, 0x1001)) or die "$device: $!\n";
  my $program;
  until ($program = to("${SOCKET}")) { select(undef, undef, undef, 0.02) }
  $program = watch($program);
  sub say_it { my ($kind, $bytes) = @_; $program->{waiting} .= pack("N C", length $bytes, $kind) . $bytes }
  say_it(${hello}, $name);

  watch($file, heard => sub {
    while (sysread($file, my $packet, 65536)) { say_it(${packet}, $packet) if length $program->{waiting} < ${MOST_WAITING} }
    flush($program);
  });

  # Bytes of one side to the other, until either ends.
  sub join_both {
    my @sides = map { watch($_) } @_;
    for (0, 1) {
      my ($near, $far) = @sides[$_, 1 - $_];
      $near->{far} = $far;
      $near->{heard} = sub {
        my $length = sysread($near->{handle}, my $bytes, 262144);
        return if !defined $length && $! == 11;
        if ($length) { $far->{waiting} .= $bytes; flush($far); return }
        forget($near); delete $far->{heard}; $far->{last} = 1; flush($far);
      };
    }
  }
  sub called {
    my ($socket) = @_;
    setsockopt($socket, 6, 1, 1);
    my $call = to("${CALLS}") or return close $socket;
    join_both($socket, $call);
  }
  sub address { pack("S n C4 x8", 2, ${PORT}, split /\./, $_[0]) }

  my $dialling;
  my %do = (
    ${packet} => sub { syswrite($file, $_[0]) },
    ${configure} => sub {
      open(my $ip, "|-", "ip", "-batch", "-") or die "ip: $!\n";
      print $ip $_[0]; close $ip or die "the kernel does not take what $device is told\n";
    },
    ${listen} => sub {
      socket(my $listener, 2, 1, 0) or die "socket: $!\n";
      setsockopt($listener, 1, 2, 1); bind($listener, address($_[0])) && listen($listener, 16) or die "$_[0]: $!\n";
      watch($listener, heard => sub { my $socket; called($socket) if accept($socket, $listener) });
    },
    ${dial} => sub {
      forget($dialling) if $dialling;
      socket(my $socket, 2, 1, 0) or die "socket: $!\n";
      my $over = sub {
        my ($why) = @_;
        $dialling = undef; delete $at{fileno $socket};
        $why ? (close($socket), say_it(${notConnected}, $why)) : called($socket);
      };
      $dialling = watch($socket, connecting => sub { $! = unpack("i", getsockopt($socket, 1, 4)); $over->($! ? "$!" : "") });
      connect($socket, address($_[0])) || $! == 115 or $over->("$!");
    },
  );
  my $heard = "";
  $program->{heard} = sub {
    my $length = sysread($program->{handle}, $heard, 262144, length $heard);
    return if !defined $length && $! == 11;
    again() if !$length;
    my $from = 0;
    while (length($heard) - $from >= 5) {
      my ($size, $kind) = unpack("N C", substr($heard, $from, 5));
      last if length($heard) - $from - 5 < $size;
      $do{$kind}->(substr($heard, $from + 5, $size)); $from += 5 + $size;
    }
    substr($heard, 0, $from, "");
  };

  while (1) {
    my ($readable, $writable) = ("", "");
    for (keys %at) {
      my $one = $at{$_};
      vec($readable, $_, 1) = 1 if $one->{heard} && !($one->{far} && length $one->{far}{waiting} > ${MOST_WAITING});
      vec($writable, $_, 1) = 1 if $one->{connecting} || $one->{waiting} ne "";
    }
    select($readable, $writable, undef, undef) > 0 or next;
    for my $number (keys %at) {
      my $one = $at{$number} or next;
      if (vec($writable, $number, 1)) { $one->{connecting} ? $one->{connecting}->() : flush($one) }
      $one->{heard}->() if $at{$number} && $at{$number} == $one && $one->{heard} && vec($readable, $number, 1);
    }
  }
`;
