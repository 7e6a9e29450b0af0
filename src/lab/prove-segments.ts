import type { LinkId, Topology } from "../model/topology.ts";
import type { LabPlan } from "./lab-plan.ts";
import { allPairs } from "./ping-pairs.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab, startInLab } from "./run/in-lab.ts";

/** What was seen of marked packets on the way over one link. */
export interface ProvedSegment {
  readonly link: LinkId;
  readonly name: string;
  readonly encryptedBy?: string;
  /** Frames with the mark before anything is done to them. */
  readonly inner: number;
  /** Those on the wire, and among them those with the mark. */
  readonly outer: number;
  readonly outerMarked: number;
  /** `unused`: nothing that was sent went this way, so nothing is shown. */
  readonly verdict: "agrees" | "differs" | "unused";
}

/** Readable wherever nobody encrypts; 16 bytes, which is all that `ping` repeats. */
const MARK = "isthmus readable";

interface Watched {
  readonly link: LinkId;
  readonly side: "inner" | "outer";
  readonly namespace: string;
  readonly device: string;
  /** Many tunnels share a wire; absent: everything on it. */
  readonly address?: string;
}

/**
 * Sends marked packets between all hosts and looks for the mark on every link: where the topology says that it is encrypted,
 * the mark must go in and not be on the wire, on which there must be something; elsewhere it must be there to read.
 */
export async function proveSegments(
  holder: Holder,
  plan: LabPlan,
  topology: Topology,
): Promise<readonly ProvedSegment[]> {
  const watched = watchedIn(plan);
  const counts = await watch(holder, watched, () => sendMarked(holder, plan));
  return [...new Set(watched.map(({ link }) => link))].flatMap((id) => {
    const link = topology.links.get(id);
    const sum = (side: Watched["side"], what: keyof Count) =>
      counts.reduce((total, count, index) => {
        const place = watched[index];
        return place?.link === id && place.side === side ? total + count[what] : total;
      }, 0);
    const [inner, outer, outerMarked] = [sum("inner", "marked"), sum("outer", "all"), sum("outer", "marked")];
    if (!link) return [];

    const { name, encryptedBy } = link;
    const verdict = verdictOf(encryptedBy !== undefined, { inner, outer, outerMarked });
    return [
      {
        link: id,
        name,
        inner,
        outer,
        outerMarked,
        verdict,
        ...(encryptedBy === undefined ? {} : { encryptedBy }),
      },
    ];
  });
}

function verdictOf(
  isEncrypted: boolean,
  { inner, outer, outerMarked }: Pick<ProvedSegment, "inner" | "outer" | "outerMarked">,
): ProvedSegment["verdict"] {
  if (inner === 0) return "unused";
  const isHidden = outer > 0 && outerMarked === 0;
  return isEncrypted === isHidden ? "agrees" : "differs";
}

/** A wire that carries packets as they are is its own inner side. */
function watchedIn({ links, daemons }: LabPlan): readonly Watched[] {
  const wires = links.flatMap(({ link, ends: [{ namespace, device }] }) =>
    link === undefined
      ? []
      : (["inner", "outer"] as const).map((side): Watched => ({ link, side, namespace, device })),
  );
  const tunnels = daemons.flatMap(({ about: [link], namespace, tunnel }): Watched[] => {
    if (link === undefined || tunnel === undefined) return [];
    const { inner, outer, address } = tunnel;
    return [
      { link, side: "inner", namespace, device: inner },
      { link, side: "outer", namespace, device: outer, address },
    ];
  });
  return [...wires, ...tunnels];
}

async function sendMarked(holder: Holder, { hosts }: LabPlan): Promise<void> {
  const pattern = Buffer.from(MARK).toString("hex");
  const pairs = allPairs(hosts);
  await Promise.all(
    hosts.map(async (host) => {
      const to = pairs.filter(({ from }) => from === host).map((pair) => pair.to.address);
      const script = `for one in ${to.join(" ")}; do ping -n -q -c2 -i0.2 -W1 -s 104 -p ${pattern} -I ${host.address} "$one" >/dev/null 2>&1 & done; wait`;
      await runInLab(holder, ["sh", "-c", script], { namespace: host.namespace });
    }),
  );
}

interface Count {
  readonly all: number;
  readonly marked: number;
}

/** What passes at each place, in their order, while `during` runs. */
async function watch(
  holder: Holder,
  places: readonly Watched[],
  during: () => Promise<void>,
): Promise<readonly Count[]> {
  if (places.length === 0) return [];
  const named = places.map(({ namespace, device, address = "" }) => `${namespace}/${device}/${address}`);
  const command = ["perl", "-MPOSIX=uname", "-MSocket=inet_ntoa", "-e", WATCHER, MARK, ...named];
  const child = startInLab(holder, command, undefined, ["pipe", "pipe", "inherit"]);
  let said = "";
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve());
  });
  await new Promise<void>((resolve) => {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("\n")) resolve();
    });
    child.once("close", () => resolve());
  });
  await during();
  child.stdin?.end();
  await ended;

  const [, ...lines] = said.trim().split("\n");
  return lines.map((line) => {
    const [all = 0, marked = 0] = line.split(" ").map(Number);
    return { all, marked };
  });
}

/** For the numbers see the listener of captures. It counts until its input ends. */
const WATCHER = String.raw`
  my ($mark, @places) = @ARGV; $| = 1;
  my $setns = (uname())[4] eq "aarch64" ? 268 : 308;
  my (%socket, %at); my @counts = map { [0, 0] } @places;
  for my $place (0 .. $#places) {
    my ($namespace, $device, $address) = split m{/}, $places[$place], 3;
    if (!$socket{$namespace}) {
      open(my $file, "<", "/run/netns/$namespace") or next;
      syscall($setns, fileno($file), 0x40000000) == 0 or die "$namespace: $!\n";
      socket($socket{$namespace}, 17, 3, unpack("n", pack("S", 3))) or die "The kernel gives no packets: $!\n";
      setsockopt($socket{$namespace}, 1, 33, pack("i", 8388608)) or setsockopt($socket{$namespace}, 1, 8, pack("i", 8388608));
    }
    my $request = pack("a16 x24", $device);
    ioctl($socket{$namespace}, 0x8933, $request) or next;
    push @{$at{fileno($socket{$namespace}) . " " . unpack("x16 i", $request)}}, [$place, $address];
  }
  print "ready\n";
  my $all = ""; vec($all, fileno($_), 1) = 1 for values %socket; vec($all, 0, 1) = 1;
  my $last = 0;
  while (1) {
    my $found = select(my $ready = $all, undef, undef, $last ? 0.2 : undef);
    last if $last && $found <= 0;
    if (!$last && vec($ready, 0, 1)) { $last = 1; vec($all, 0, 1) = 0 }
    for my $socket (values %socket) {
      vec($ready, fileno($socket), 1) or next;
      my $from = recv($socket, my $frame, 262144, 0);
      defined $from or next;
      my ($family, $type, $index, $hardware) = unpack("S n i S", $from);
      my $places = $at{fileno($socket) . " $index"} or next;
      my $packet = $hardware == 65534 ? $frame : substr($frame, 14);
      length($packet) >= 20 and (ord($packet) >> 4) == 4 or next;
      my ($source, $destination) = (inet_ntoa(substr($packet, 12, 4)), inet_ntoa(substr($packet, 16, 4)));
      for (@$places) {
        my ($place, $address) = @$_;
        $address eq "" or $address eq $source or $address eq $destination or next;
        $counts[$place][0]++;
        $counts[$place][1]++ if index($packet, $mark) >= 0;
      }
    }
  }
  print "$$_[0] $$_[1]\n" for @counts;
`;
