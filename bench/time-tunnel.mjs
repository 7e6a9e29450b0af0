// A tunnel of a lab beside two strongSwan that nobody has put into anything: how much of one TCP stream gets through.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { insideOf, lab, stateOf } from "./lab-of-bench.mjs";
import { median } from "./median.mjs";

const SCENARIO = "test/scenarios/chain-without-bgp.estate.yaml";
const SECONDS = Number(process.env.STREAM_SECONDS ?? 2);

const RECEIVER = `socket(my $s, AF_INET, SOCK_STREAM, 0); setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1);
  bind($s, pack_sockaddr_in(5201, INADDR_ANY)) && listen($s, 1) or die $!; syswrite(STDOUT, "ready\\n");
  accept(my $c, $s); my ($sum, $from) = (0, time); while (my $got = sysread($c, my $text, 262144)) { $sum += $got }
  printf "%d %f\\n", $sum, time() - $from`;
const SENDER = `my ($to, $seconds) = @ARGV; alarm 10 + $seconds; socket(my $s, AF_INET, SOCK_STREAM, 0);
  connect($s, pack_sockaddr_in(5201, inet_aton($to))) or die $!; my $end = time() + $seconds; my $text = "x" x 262144;
  while (time() < $end) { syswrite($s, $text) }`;
const perl = (script) => ["perl", "-MSocket", "-MTime::HiRes=time", "-e", script];

/** Mbit/s through the lab's tunnel and through the bare one, by turns, so that a busy moment falls on both. */
export async function tunnelThroughput(rounds) {
  lab("up", SCENARIO, "--name", "stream");
  lab("test", "stream");
  const bare = await startBare();
  try {
    const state = stateOf("stream");
    const [from, to] = ["v1", "v4"].map((network) =>
      state.plan.hosts.find(({ node }) => new RegExp(`/${network}/subnets/`).test(node)),
    );
    const streams = [
      { inside: (host) => insideOf(state, host.namespace), from, to },
      {
        inside: ({ namespace }) => insideOf({ holder: bare.holder }, namespace),
        from: { namespace: "a" },
        to: { namespace: "b", address: "10.2.0.1" },
      },
    ];
    const found = streams.map(() => []);
    for (let round = 0; round <= rounds; round++)
      for (const [index, stream] of streams.entries()) {
        const megabits = await streamOf(stream);
        if (round > 0) found[index].push(megabits);
      }
    return { lab: median(found[0]), bare: median(found[1]) };
  } finally {
    bare.stop();
    lab("down", "stream");
  }
}

async function streamOf({ inside, from, to }) {
  const [enter, ...rest] = inside(to);
  const receiver = spawn(enter, [...rest, ...perl(RECEIVER)], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const [enterFrom, ...restFrom] = inside(from);
  spawnSync(enterFrom, [...restFrom, ...perl(SENDER), to.address, String(SECONDS)], { stdio: "inherit" });
  const [bytes, seconds] = (await lines.next()).value.split(" ").map(Number);
  return (bytes * 8) / seconds / 1e6;
}

/** The cipher of the lab's tunnels, and its way to encrypt; standard ports, one link, nothing translated or looked up. */
const BARE = `
  mount -t tmpfs none /run; mkdir -p /run/netns; ip netns add a; ip netns add b
  ip link add va netns a type veth peer name vb netns b
  start() {
    mkdir -p /run/$1; cd /run/$1
    ip -n $1 link set lo up; ip -n $1 addr add 192.0.2.$3/24 dev v$1; ip -n $1 link set v$1 up; ip -n $1 addr add 10.$3.0.1/32 dev lo
    printf '%s' "$STRONGSWAN" >strongswan.conf
    printf 'connections { t { version = 2\\n local_addrs = 192.0.2.%s\\n remote_addrs = 192.0.2.%s\\n proposals = aes256-sha256-curve25519\\n local { auth = psk }\\n remote { auth = psk }\\n children { t { local_ts = 0.0.0.0/0\\n remote_ts = 0.0.0.0/0\\n esp_proposals = aes256-sha256\\n start_action = %s\\n } } } }\\nsecrets { ike-t { secret = bench } }\\n' $3 $4 $5 >swanctl.conf
    STRONGSWAN_CONF=strongswan.conf setsid ip netns exec $1 unshare -m sh -c 'mount -t tmpfs none /run && exec "$0"' "$CHARON" >log 2>&1 &
    for i in $(seq 100); do STRONGSWAN_CONF=strongswan.conf SWANCTL_DIR=$PWD swanctl --load-all --file swanctl.conf --uri unix://vici >/dev/null 2>&1 && break; sleep 0.02; done
  }
`;

async function startBare() {
  const source = readFileSync("src/lab/plan/charon-files.ts", "utf8");
  const load = /load = (random .*vici)$/m.exec(source)?.[1];
  const charon = /CHARON = "([^"]+)"/.exec(readFileSync("src/lab/run/programs.ts", "utf8"))?.[1];
  const conf = `charon {
  load = ${load}
  threads = 12
  plugins { kernel-libipsec { allow_peer_ts = yes }
  kernel-netlink { fwmark = 0xdead }
  vici { socket = unix://vici } }
}
swanctl { load = pem pkcs1 x509 pkcs8 sha1 sha2 curve25519 random }
`;
  const script = `${BARE}
    start b a 2 1 none; start a b 1 2 start
    for i in $(seq 100); do ip -n a link show ipsec0 >/dev/null 2>&1 && ip -n b link show ipsec0 >/dev/null 2>&1 && break; sleep 0.02; done
    ip -n a route add 10.2.0.1 dev ipsec0 src 10.1.0.1; ip -n b route add 10.1.0.1 dev ipsec0 src 10.2.0.1
    for i in $(seq 50); do ip netns exec a ping -c1 -W1 10.2.0.1 >/dev/null 2>&1 && { echo ready; break; }; sleep 0.1; done
    cat /run/a/log >&2; cat`;
  const child = spawn("unshare", ["-Urnmpf", "--mount-proc", "--kill-child", "sh", "-c", script], {
    stdio: ["pipe", "pipe", process.env.VERBOSE ? "inherit" : "ignore"],
    env: {
      ...process.env,
      PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
      CHARON: charon,
      STRONGSWAN: conf,
    },
  });
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (value !== "ready") throw new Error("The bare tunnel does not come up: VERBOSE=1 shows why.");
  const [inside] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ");
  return { holder: { inside: Number(inside), rootless: true }, stop: () => child.kill("SIGKILL") };
}
