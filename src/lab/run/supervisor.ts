import { DAEMONS, LAB_ROOT } from "./lab-files.ts";

/** So many deaths within so many seconds, and it is left dead. */
const QUICK_DEATHS = 4;
const QUICK_SECONDS = 60;

/**
 * The first process inside a lab, in perl. It buries the dead, sleeps while nobody dies, and starts a daemon again whose
 * number is in its folder's `pid`: what is stopped on purpose has none. Each death is a line in `deaths` (`died`, when, the
 * status of wait(2)); `started` and `gaveup` follow there. Those that die together are started in the order of their
 * names, one after the other in each namespace, for charons open devices in order.
 */
export const SUPERVISOR = `
  use POSIX ();
  system("mount -t tmpfs -o mode=0755 none /run") == 0 or exit 3;
  mkdir "/run/netns"; mkdir "${LAB_ROOT}", 0700;
  umask 0077;
  $ENV{PATH} = "/usr/sbin:/usr/bin:/sbin:/bin"; $ENV{LC_ALL} = "C";
  $SIG{TERM} = "IGNORE"; $SIG{INT} = "IGNORE"; $SIG{HUP} = "IGNORE"; $SIG{CHLD} = sub {};
  my ($children, $nobody) = (POSIX::SigSet->new(POSIX::SIGCHLD()), POSIX::SigSet->new());
  POSIX::sigprocmask(POSIX::SIG_BLOCK(), $children);
  # Who started it and dies before it is remembered leaves nobody who knows of it: then it ends.
  $SIG{USR1} = sub { POSIX::_exit(0) };
  if (fork == 0) { my $word = <STDIN>; defined $word or kill("USR1", 1); POSIX::_exit(0) }
  open(STDIN, "<", "/dev/null");
  open(my $ready, ">", "${LAB_ROOT}/ready"); close $ready;

  sub text { open(my $file, "<", $_[0]) or return ""; local $/; my $text = <$file> // ""; $text =~ s/\\s+\\z//; $text }
  sub note {
    my ($folder, $line, $sentence) = @_;
    for (["deaths", $line], ["out", "isthmus: $sentence"]) { open(my $file, ">>", "$folder/$$_[0]") or next; print $file "$$_[1]\\n" }
  }
  sub died {
    my ($folder, $status, $how) = @_;
    note($folder, "died " . time() . " $status", "at " . POSIX::strftime("%H:%M:%S", gmtime) . " UTC $how");
    my @quick;
    for (split /\\n/, text("$folder/deaths")) {
      @quick = () if /^gaveup/;
      push @quick, $1 if /^died (\\d+)/ && $1 > time() - ${QUICK_SECONDS};
    }
    return 1 if @quick < ${QUICK_DEATHS};
    unlink "$folder/pid";
    note($folder, "gaveup " . time(), "it died ${QUICK_DEATHS} times within ${QUICK_SECONDS} seconds and is not started again");
    return 0;
  }
  sub start {
    my ($folder) = @_;
    until (system("ip", "netns", "exec", text("$folder/namespace"), "sh", "-c", "cd $folder && sh start && { [ ! -e load ] || sh load; }") == 0) {
      return if ! -e "$folder/start" || -e "$folder/halted";
      died($folder, $?, "it could not be started") or return;
      select(undef, undef, undef, 0.5);
    }
  }

  my (%waiting, %busy);
  while (1) {
    my $dead = 0;
    while ((my $pid = waitpid(-1, POSIX::WNOHANG())) > 0) {
      my $status = $?;
      if (defined(my $namespace = delete $busy{$pid})) { delete $busy{$namespace}; next }
      for my $file (glob("${DAEMONS}/*/pid")) {
        next if text($file) ne $pid;
        my ($folder) = $file =~ m{^(.*)/pid$};
        my $how = $status & 127 ? "it was killed by signal " . ($status & 127) : "it ended with code " . ($status >> 8);
        if (died($folder, $status, $how)) { $waiting{text("$folder/namespace")}{$folder} = 1; $dead = 1 }
        last;
      }
    }
    # Those that die of the same blow are known by then.
    if ($dead) { select(undef, undef, undef, 0.2); next }
    for my $namespace (sort keys %waiting) {
      next if $busy{$namespace};
      my @folders = sort keys %{delete $waiting{$namespace}};
      defined(my $child = fork) or next;
      if ($child == 0) {
        $SIG{CHLD} = "DEFAULT"; POSIX::sigprocmask(POSIX::SIG_UNBLOCK(), $children);
        start($_) for @folders;
        POSIX::_exit(0);
      }
      $busy{$child} = $namespace; $busy{$namespace} = $child;
    }
    POSIX::sigsuspend($nobody);
  }
`;
