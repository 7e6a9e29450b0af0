// A tunnel of a lab beside two strongSwan that nobody has put into anything: how much of one TCP stream gets through.
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { bareTunnels, startBare } from "./bare-tunnel.mjs";
import { insideOf, lab, secondsOf, stateOf } from "./lab-of-bench.mjs";
import { median } from "./median.mjs";

const SCENARIO = "test/scenarios/chain-without-bgp.estate.yaml";
const SECONDS = Number(process.env.STREAM_SECONDS ?? 1);

const TIMES = 'my ($user, $system) = times; printf "%f\\n", $user + $system';
const RECEIVER = `socket(my $s, AF_INET, SOCK_STREAM, 0); setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1);
  bind($s, pack_sockaddr_in(5201, INADDR_ANY)) && listen($s, 1) or die $!; syswrite(STDOUT, "ready\\n");
  accept(my $c, $s); my ($sum, $from) = (0, time); while (my $got = sysread($c, my $text, 262144)) { $sum += $got }
  printf "%d %f\\n", $sum, time() - $from; ${TIMES}`;
const SENDER = `my ($to, $seconds) = @ARGV; alarm 10 + $seconds; socket(my $s, AF_INET, SOCK_STREAM, 0);
  connect($s, pack_sockaddr_in(5201, inet_aton($to))) or die $!; my $end = time() + $seconds; my $text = "x" x 262144;
  while (time() < $end) { syswrite($s, $text) } ${TIMES}`;
const perl = (script) => ["perl", "-MSocket", "-MTime::HiRes=time", "-e", script];

/**
 * By contestant Mbit/s and seconds of a processor a Gbit, medians; by turns, there and back again, so that a busy moment
 * falls on all. The processor's seconds are those of both strongSwan, sender and receiver, with what the kernel does for them.
 */
export async function tunnelThroughput(rounds) {
  lab("up", SCENARIO, "--name", "stream");
  lab("test", "stream");
  const bare = [];
  try {
    for (const one of bareTunnels) bare.push({ name: one.name, ...(await startBare(one)) });
    const { holder, plan } = stateOf("stream");
    const [from, to] = ["v1", "v4"].map((network) =>
      plan.hosts.find(({ node }) => new RegExp(`/${network}/subnets/`).test(node)),
    );
    const streams = [{ name: "between two hosts of a lab", holder, from, to }, ...bare];
    const found = streams.map(() => []);
    const order = [...streams.entries()];
    for (let round = 0; round <= rounds; round++)
      for (const [index, stream] of round % 2 === 0 ? order : order.toReversed()) {
        const measured = await streamOf(stream);
        if (round > 0) found[index].push(measured);
      }
    return streams.map(({ name }, index) => ({
      name,
      megabits: median(found[index].map(({ megabits }) => megabits)),
      processor: median(found[index].map(({ processor }) => processor)),
    }));
  } finally {
    for (const { stop } of bare) stop();
    lab("down", "stream");
  }
}

async function streamOf({ holder, from, to }) {
  const [enter, ...rest] = insideOf({ holder }, to.namespace);
  const receiver = spawn(enter, [...rest, ...perl(RECEIVER)], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const before = secondsOf({ holder });
  const [enterFrom, ...restFrom] = insideOf({ holder }, from.namespace);
  const sent = spawnSync(enterFrom, [...restFrom, ...perl(SENDER), to.address, String(SECONDS)], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  const [bytes, seconds] = (await lines.next()).value.split(" ").map(Number);
  const ends = Number((await lines.next()).value) + Number(sent.stdout);
  const megabits = (bytes * 8) / 1e6;
  return {
    megabits: megabits / seconds,
    processor: (secondsOf({ holder }) - before + ends) / (megabits / 1000),
  };
}
