// What a lab's tunnels are measured against: two strongSwan that nobody has put into anything.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { CHARON_PLUGINS } from "../src/lab/plan/charon-files.ts";
import { GATHERER } from "../src/lab/run/gather-segments.ts";
import { CHARON } from "../src/lab/run/programs.ts";
import { WIDEN_RECEIVE_BUFFERS } from "../src/lab/run/receive-buffers.ts";

/** As a lab's strongSwan is told: what encrypts, and threads enough. */
const AS_IN_LAB = `load = ${CHARON_PLUGINS}
  threads = 12`;
/** As it comes: all that is installed, in its own order; but for who encrypts, which without root's rights cannot be the kernel. */
const AS_DEBIAN = `load_modular = yes
  plugins { include /etc/strongswan.d/charon/*.conf
    kernel-libipsec { load = yes } }`;

/** The cipher of the lab's tunnels; standard ports, nothing translated, no rules. */
const START = `
  mount -t tmpfs none /run; mkdir -p /run/netns; for n in a b; do ip netns add $n; ip -n $n link set lo up; done
  start() {
    mkdir -p /run/$1; cd /run/$1
    printf '%s' "$STRONGSWAN" >strongswan.conf
    printf 'connections { t { version = 2\\n local_addrs = 192.0.2.%s\\n remote_addrs = 192.0.2.%s\\n proposals = aes256-sha256-modp1024\\n local { auth = psk }\\n remote { auth = psk }\\n children { t { local_ts = 0.0.0.0/0\\n remote_ts = 0.0.0.0/0\\n esp_proposals = aes256gcm16\\n start_action = %s\\n } } } }\\nsecrets { ike-t { secret = bench } }\\n' $2 $3 $4 >swanctl.conf
    STRONGSWAN_CONF=strongswan.conf setsid ip netns exec $1 unshare -m sh -c 'mount -t tmpfs none /run && exec "$0"' "$CHARON" >log 2>&1 &
    echo $! >pid
    for i in $(seq 100); do STRONGSWAN_CONF=strongswan.conf SWANCTL_DIR=$PWD swanctl --load-all --file swanctl.conf --uri unix://vici >/dev/null 2>&1 && break; sleep 0.02; done
  }
  both() {
    start b 2 1 none; start a 1 2 start
    for i in $(seq 100); do ip -n a link show ipsec0 >/dev/null 2>&1 && ip -n b link show ipsec0 >/dev/null 2>&1 && break; sleep 0.02; done
  }
  widen() { for n in a b; do (cd /run/$n; eval "$WIDEN"); done; }
  reach() { for i in $(seq 100); do ip netns exec $1 ping -c1 -W1 $2 >/dev/null 2>&1 && { echo ready; break; }; sleep 0.1; done; cat /run/*/log >&2; cat; }
`;

/** One link, and who sends and receives is who encrypts. */
const TWO_NAMESPACES = `
  ip link add va netns a type veth peer name vb netns b
  ip -n a addr add 192.0.2.1/24 dev va; ip -n b addr add 192.0.2.2/24 dev vb; ip -n a link set va up; ip -n b link set vb up
  ip -n a addr add 10.1.0.4/32 dev lo; ip -n b addr add 10.2.0.4/32 dev lo
  both
  ip -n a route add 10.2.0.4 dev ipsec0 src 10.1.0.4; ip -n b route add 10.1.0.4 dev ipsec0 src 10.2.0.4
  [ -z "$WIDEN" ] || widen
  reach a 10.2.0.4
`;

/** As many hops as in a lab: host, router, gateway, a bridge, gateway, router, host; segments are gathered where a lab's are. */
const SAME_HOPS = `
  for n in ha ra hb rb br; do ip netns add $n; ip -n $n link set lo up; done
  for n in a b ra rb; do ip netns exec $n sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'; done
  ip netns exec br sh -c '[ ! -e /proc/sys/net/bridge ] || echo 0 >/proc/sys/net/bridge/bridge-nf-call-iptables'
  pair() { ip link add $2 netns $1 type veth peer name $4 netns $3; ip -n $1 link set $2 up; ip -n $3 link set $4 up; }
  ip -n br link add br0 type bridge; ip -n br link set br0 up
  for s in a b; do
    [ $s = a ] && i=1 || i=2
    pair $s out br port$s; ip -n br link set port$s master br0; ip -n $s addr add 192.0.2.$i/24 dev out
    pair h$s eth0 r$s eth0; pair r$s eth1 $s eth1
    ip -n h$s addr add 10.$i.0.4/24 dev eth0; ip -n r$s addr add 10.$i.0.1/24 dev eth0; ip -n h$s route add default via 10.$i.0.1
    ip -n r$s addr add 10.$i.1.1/24 dev eth1; ip -n $s addr add 10.$i.1.4/24 dev eth1; ip -n r$s route add default via 10.$i.1.4
    ip -n $s route add 10.$i.0.0/24 via 10.$i.1.1
  done
  both
  ip -n a route add 10.2.0.0/16 dev ipsec0; ip -n b route add 10.1.0.0/16 dev ipsec0
  widen
  printf 'a eth1 ra eth1\nb eth1 rb eth1\n' | perl -e "$GATHERER"
  reach ha 10.2.0.4
`;

export const bareTunnels = [
  {
    name: "strongSwan as Debian sets it up, in two namespaces",
    script: TWO_NAMESPACES,
    settings: AS_DEBIAN,
    widen: "",
    hosts: ["a", "b"],
  },
  {
    name: "strongSwan with all that a lab tells it, in two namespaces",
    script: TWO_NAMESPACES,
    settings: AS_IN_LAB,
    widen: WIDEN_RECEIVE_BUFFERS,
    hosts: ["a", "b"],
  },
  {
    name: "the same with as many hops as in the lab",
    script: SAME_HOPS,
    settings: AS_IN_LAB,
    widen: WIDEN_RECEIVE_BUFFERS,
    hosts: ["ha", "hb"],
  },
];

export async function startBare({ script, settings, widen, hosts: [from, to] }) {
  const conf = `charon {
  ${settings}
  plugins { kernel-libipsec { allow_peer_ts = yes }
  kernel-netlink { fwmark = 0xdead }
  vici { socket = unix://vici } }
}
swanctl { load = pem pkcs1 x509 pkcs8 sha1 sha2 curve25519 random }
`;
  const child = spawn(
    "unshare",
    ["-Urnmpf", "--mount-proc", "--kill-child", "sh", "-c", `${START}${script}`],
    {
      stdio: ["pipe", "pipe", process.env.VERBOSE ? "inherit" : "ignore"],
      env: {
        ...process.env,
        PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
        CHARON,
        STRONGSWAN: conf,
        WIDEN: widen,
        GATHERER,
      },
    },
  );
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (value !== "ready") throw new Error("A bare tunnel does not come up: VERBOSE=1 shows why.");
  const [inside] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ");
  return {
    holder: { inside: Number(inside), rootless: true },
    from: { namespace: from },
    to: { namespace: to, address: "10.2.0.4" },
    stop: () => child.kill("SIGKILL"),
  };
}
