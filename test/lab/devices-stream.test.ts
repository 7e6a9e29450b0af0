import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

const BYTES = 1_000_000;
const RECEIVER = `alarm 20; socket(my $s, AF_INET, SOCK_STREAM, 0); bind($s, pack_sockaddr_in(5201, INADDR_ANY)); listen($s, 1);
  accept(my $c, $s); my $sum = 0; while (my $got = sysread($c, my $text, 65536)) { $sum += $got } print $sum`;
const SENDER = `alarm 20; my $s; for (1 .. 100) { socket($s, AF_INET, SOCK_STREAM, 0);
  last if connect($s, pack_sockaddr_in(5201, inet_aton($ARGV[0]))); select(undef, undef, undef, 0.1) }
  my $text = "x" x ${BYTES}; my $sent = 0; $sent += syswrite($s, $text, 65536, $sent) while $sent < ${BYTES}`;

function perl(script: string): readonly string[] {
  return ["perl", "-MSocket", "-e", script];
}

/** Full segments, which are longer than what a tunnel takes: a ping is not. And what they take to be quick. */
it.skipIf(why)("a TCP stream gets through an IPsec tunnel", { timeout: GENEROUS }, async () => {
  await withLab("chain-without-bgp", {}, async (lab) => {
    await lab.compare();
    const [from, to] = ["v1", "v4"].map((name) =>
      lab.plan.hosts.find(({ node }) => node.includes(`/${name}/subnets/`)),
    );
    const [received] = await Promise.all([
      runInLab(lab.holder, perl(RECEIVER), to ? { namespace: to.namespace } : {}),
      runInLab(lab.holder, [...perl(SENDER), to?.address ?? ""], from ? { namespace: from.namespace } : {}),
    ]);

    expect(received.stdout).toBe(String(BYTES));
    const gateway = lab.plan.daemons.find(({ program }) => program === "charon")?.namespace ?? "";
    const sockets = await runInLab(lab.holder, ["ss", "-uanm"], { namespace: gateway });
    const buffers = [...sockets.stdout.matchAll(/,rb(\d+),/g)].map(([, bytes]) => Number(bytes));
    const usual = Number(readFileSync("/proc/sys/net/core/rmem_default", "utf8"));
    expect(buffers.length).toBeGreaterThan(0);
    for (const bytes of buffers) expect(bytes).toBeGreaterThan(usual);

    const ends = lab.plan.links.flatMap(({ ends: [a, b] }) => [
      { ...a, across: b.namespace },
      { ...b, across: a.namespace },
    ]);
    const gathering = ends.filter(({ gathers }) => gathers);
    const threads = await Promise.all(
      ends.map(({ namespace, device }) =>
        runInLab(lab.holder, ["cat", `/sys/class/net/${device}/threaded`], { namespace }),
      ),
    );
    const behindTunnels = new Set(lab.plan.daemons.map(({ namespace }) => namespace));
    expect(gathering).toHaveLength(3);
    for (const { across } of gathering) expect(behindTunnels).toContain(across);
    expect(ends.filter((_, index) => threads[index]?.stdout === "1\n")).toEqual(gathering);
  });
});
