/** More is allowed on few machines; the kernel takes what it allows. */
const BYTES = 4_194_304;

/**
 * A shell's command that gives a program, by its number in the file `pid`, larger buffers for what arrives by UDP. charon
 * has no setting for it, and of what another charon sends at full speed every seventh packet is lost with the kernel's
 * default. 434 and 438 are `pidfd_open` and `pidfd_getfd` on all machines: a copy of a socket is the same socket. 1, 3 and 8 are
 * SOL_SOCKET, SO_TYPE and SO_RCVBUF, and 2 is SOCK_DGRAM: to load their names takes longer than the rest. Where that is
 * forbidden, all stays as it is.
 */
export const WIDEN_RECEIVE_BUFFERS = `perl -e '
  my $pid = shift; my $process = syscall(434, $pid + 0, 0);
  for my $path (glob("/proc/$pid/fd/*")) {
    (readlink($path) // "") =~ /^socket:/ or next;
    my ($number) = $path =~ /(\\d+)$/;
    my $copy = syscall(438, $process, $number + 0, 0);
    $copy >= 0 and open(my $socket, "+<&=", $copy) or next;
    unpack("i", getsockopt($socket, 1, 3) // "") == 2 or next;
    setsockopt($socket, 1, 8, pack("i", ${BYTES}));
  }' "$(cat pid)" 2>/dev/null`;
