import type { BgpPeerStatus } from "../model/effective-route.ts";
import type { NodeId } from "../model/topology.ts";
import { type BirdPeer, type BirdRoute, readBirdPeers, readBirdRoutes } from "./bird-answers.ts";
import { readEsp, readTunnelState, type TunnelState } from "./charon-answers.ts";
import type { LabDaemon, LabPlan } from "./lab-plan.ts";
import { readOpenVpnFailure, readOpenVpnState } from "./openvpn-answers.ts";
import { type Deaths, readDeaths } from "./run/deaths.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { daemonFolder } from "./run/lab-files.ts";
import { readSstpState } from "./sstp-answers.ts";

/** What the programs of a lab say of themselves, in ARM's words. */
export interface LabStatus {
  /** Who encrypts: the kernel, or the program itself; absent where no tunnel runs. */
  readonly esp?: "kernel" | "userspace";
  readonly tunnels: readonly TunnelStatus[];
  readonly routers: readonly RouterStatus[];
  /** Programs that died though nobody had asked for it. */
  readonly deaths: readonly Deaths[];
}

/** One end of a tunnel. */
export interface TunnelStatus extends TunnelState {
  readonly link: string;
  readonly at: NodeId;
}

export interface RouterStatus {
  readonly at: NodeId;
  readonly bgpPeerStatus: readonly (BgpPeerStatus & Pick<BirdPeer, "session" | "because">)[];
  readonly learnedRoutes: readonly BirdRoute[];
}

export async function readStatus(holder: Holder, plan: LabPlan): Promise<LabStatus> {
  const nodes = new Map(plan.namespaces.map(({ name, node }) => [name, node]));
  const charons = plan.daemons.filter(({ program }) => program === "charon");
  const carriers = plan.daemons.filter(({ program }) => program !== "bird");
  const routers = plan.daemons.filter(({ program, about }) => program === "bird" && about.length > 0);
  const [tunnels, known, esp, deaths] = await Promise.all([
    Promise.all(carriers.map((daemon) => tunnelAt(holder, daemon, nodes.get(daemon.namespace)))),
    Promise.all(routers.map((daemon) => routerAt(holder, daemon, nodes.get(daemon.namespace)))),
    espOf(holder, charons),
    readDeaths(holder, plan.daemons),
  ]);
  return {
    ...(esp === undefined ? {} : { esp }),
    tunnels: tunnels.flat(),
    routers: known.flat(),
    deaths,
  };
}

async function tunnelAt(
  holder: Holder,
  daemon: LabDaemon,
  at: NodeId | undefined,
): Promise<readonly TunnelStatus[]> {
  const [link] = daemon.about;
  if (at === undefined || link === undefined) return [];
  return [{ link, at, ...(await stateOf(holder, daemon)) }];
}

/** Each program's own word; bytes of those that count none are what the kernel saw of their device. */
async function stateOf(holder: Holder, daemon: LabDaemon): Promise<TunnelState> {
  const { namespace, program, tunnel } = daemon;
  const run = (script: string) =>
    runInLab(holder, ["sh", "-c", `cd ${daemonFolder(daemon.name)} && ${script}`], { namespace });
  if (program === "charon") {
    const [{ code, stdout }, log] = await Promise.all([
      swanctl(holder, daemon, "--list-sas"),
      run("tail -n 200 charon.log"),
    ]);
    return readTunnelState(code === 0 ? stdout : undefined, log.stdout);
  }
  const isSstp = program.startsWith("sstp");
  const counters = `/sys/class/net/${tunnel?.inner ?? ""}/statistics`;
  const { code, stdout } = await run(
    `kill -0 $(cat pid) && cat ${isSstp ? "state.json" : `${counters}/rx_bytes ${counters}/tx_bytes out`}`,
  );
  if (isSstp) return readSstpState(stdout);

  const [received, sent] = stdout.split("\n", 2);
  const connectionStatus = readOpenVpnState(code === 0 ? stdout : undefined);
  const because = connectionStatus === "Connected" ? undefined : readOpenVpnFailure(stdout);
  return {
    connectionStatus,
    ingressBytesTransferred: code === 0 ? Number(received) : 0,
    egressBytesTransferred: code === 0 ? Number(sent) : 0,
    ...(because === undefined ? {} : { because }),
  };
}

/** All of them are started alike, so the first that answers speaks for all. */
async function espOf(holder: Holder, charons: readonly LabDaemon[]): Promise<LabStatus["esp"]> {
  for (const daemon of charons) {
    const { code, stdout } = await swanctl(holder, daemon, "--stats");
    if (code === 0) return readEsp(stdout);
  }
  return undefined;
}

function swanctl(holder: Holder, { name, namespace }: LabDaemon, question: string) {
  const folder = daemonFolder(name);
  const configured = ["env", `STRONGSWAN_CONF=${folder}/strongswan.conf`];
  return runInLab(holder, [...configured, "swanctl", question, "--raw", "--uri", `unix://${folder}/vici`], {
    namespace,
  });
}

async function routerAt(
  holder: Holder,
  { name, namespace }: LabDaemon,
  at: NodeId | undefined,
): Promise<readonly RouterStatus[]> {
  if (at === undefined) return [];
  const ask = (question: string) =>
    runInLab(holder, ["birdc", "-s", `${daemonFolder(name)}/ctl`, ...question.split(" ")], { namespace });
  const [protocols, routes] = await Promise.all([
    ask("show protocols all"),
    ask("show route all table speaker"),
  ]);
  const peers = readBirdPeers(protocols.stdout);
  return [{ at, bgpPeerStatus: peers, learnedRoutes: readBirdRoutes(routes.stdout, peers) }];
}
