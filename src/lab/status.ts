import type { BgpPeerStatus, GatewayRoute } from "../model/effective-route.ts";
import type { NodeId } from "../model/topology.ts";
import { readBirdPeers, readBirdRoutes } from "./bird-answers.ts";
import { readEsp, readTunnelState, type TunnelState } from "./charon-answers.ts";
import type { LabDaemon, LabPlan } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { daemonFolder } from "./run/lab-files.ts";

/** What the programs of a lab say of themselves, in ARM's words. */
export interface LabStatus {
  /** Who encrypts: the kernel, or the program itself; absent where no tunnel runs. */
  readonly esp?: "kernel" | "userspace";
  readonly tunnels: readonly TunnelStatus[];
  readonly routers: readonly RouterStatus[];
}

/** One end of a tunnel. */
export interface TunnelStatus extends TunnelState {
  readonly link: string;
  readonly at: NodeId;
}

export interface RouterStatus {
  readonly at: NodeId;
  readonly bgpPeerStatus: readonly (BgpPeerStatus & { readonly session: string })[];
  readonly learnedRoutes: readonly GatewayRoute[];
}

export async function readStatus(holder: Holder, plan: LabPlan): Promise<LabStatus> {
  const nodes = new Map(plan.namespaces.map(({ name, node }) => [name, node]));
  const charons = plan.daemons.filter(({ program }) => program === "charon");
  const routers = plan.daemons.filter(({ program, about }) => program === "bird" && about.length > 0);
  const [tunnels, known, esp] = await Promise.all([
    Promise.all(charons.map((daemon) => tunnelAt(holder, daemon, nodes.get(daemon.namespace)))),
    Promise.all(routers.map((daemon) => routerAt(holder, daemon, nodes.get(daemon.namespace)))),
    espOf(holder, charons),
  ]);
  return { ...(esp === undefined ? {} : { esp }), tunnels: tunnels.flat(), routers: known.flat() };
}

async function tunnelAt(
  holder: Holder,
  daemon: LabDaemon,
  at: NodeId | undefined,
): Promise<readonly TunnelStatus[]> {
  const [link] = daemon.about;
  if (at === undefined || link === undefined) return [];
  const { code, stdout } = await swanctl(holder, daemon, "--list-sas");
  return [{ link, at, ...readTunnelState(code === 0 ? stdout : undefined) }];
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
