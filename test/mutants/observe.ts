import { formatPrefix, type Prefix } from "../../src/ip/index.ts";
import { decidingRoutes } from "../../src/lab/deciding-routes.ts";
import { findDownParts, nothingDown } from "../../src/lab/down-parts.ts";
import { changeSituation } from "../../src/lab/fail.ts";
import { readKernelTables } from "../../src/lab/kernel-tables.ts";
import type { LabHost } from "../../src/lab/lab-plan.ts";
import { type HostPair, pingPairs } from "../../src/lab/ping-pairs.ts";
import { settle } from "../../src/lab/settle.ts";
import { type LabStatus, readStatus } from "../../src/lab/status.ts";
import type { Estate } from "../../src/model/estate.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { Topology } from "../../src/model/topology.ts";
import { createUp } from "../../src/routing/index.ts";
import { situationsOf } from "../lab/drawn.ts";
import { type RunningLab, withLabOf } from "../lab/lab-of.ts";
import { hear, type Target } from "./hear.ts";
import { knock } from "./knock.ts";
import { fingerprintOf, type RecordedSituation, type Recording, routeLine, tableLines } from "./recording.ts";

/** Of the ports that rules of drawn estates are about: in both forms, in one, in none. */
const PORTS = [22, 443, 5000];
const HEARS_AT = 5000;
const SETTLES_WITHIN = 15;
/** What is not there after so long will not come. */
const PATIENCE_SECONDS = 2;

/** An estate, and what fails in its lab. */
export interface Asked {
  readonly name: string;
  readonly estate: Estate;
  readonly topology: Topology;
  readonly downs: readonly string[];
  /** Whether it is also written down which hosts hear what is sent, and what becomes of what load balancers get. */
  readonly hears?: boolean;
}

/** Runs the lab and writes down what it does: nothing here looks at what is predicted. */
export function observe(drawn: Asked): Promise<Recording> {
  return withLabOf(drawn.topology, async (lab) => {
    const situations: RecordedSituation[] = [];
    const frontEnds = drawn.hears ? frontEndsOf(drawn.topology) : [];
    let before = nothingDown;
    for (const situation of situationsOf(drawn)) {
      const parts = findDownParts(lab.plan, drawn.topology, situation);
      await changeSituation(lab.holder, lab.plan, before, parts);
      before = parts;
      await settle(lab.holder, lab.plan, parts.daemons, SETTLES_WITHIN);
      situations.push({
        down: [...situation.down],
        ...(await lookAt(lab, frontEnds, situation.down.size === 0)),
        ...(drawn.hears ? { heard: await listen(lab, frontEnds) } : {}),
        tables: await tablesIn(lab, situation, situations[0]),
      });
    }
    return {
      name: drawn.name,
      estate: fingerprintOf(drawn.estate),
      hosts: lab.plan.hosts.map(({ node, address }) => ({ node, address })),
      ...(frontEnds.length > 0 ? { frontEnds } : {}),
      situations,
    };
  });
}

/** Ports are asked once: what fails is nothing to a rule. */
async function lookAt(
  { holder, plan, topology }: RunningLab,
  frontEnds: readonly Target[],
  withPorts: boolean,
): Promise<Omit<RecordedSituation, "down" | "tables">> {
  const { hosts } = plan;
  const targets = [...hosts, ...frontEnds.map(asHost)];
  const pairs = hosts.flatMap((from) => targets.filter((to) => to !== from).map((to) => ({ from, to })));
  const pinged = await pingPairs(holder, pairs, PATIENCE_SECONDS);
  const answers: Record<string, readonly string[]> = {
    icmp: linesOf(hosts, targets, new Set(pinged.filter(({ answers }) => answers))),
  };
  if (withPorts && topology.filters.size > 0)
    for (const port of PORTS)
      answers[`tcp ${port}`] = linesOf(hosts, targets, await knock(holder, pairs, port));
  return { answers, ...knownTo(await readStatus(holder, plan), topology) };
}

async function listen({ holder, plan: { hosts } }: RunningLab, frontEnds: readonly Target[]) {
  return { [`udp ${HEARS_AT}`]: await hear(holder, hosts, [...hosts, ...frontEnds], HEARS_AT) };
}

function frontEndsOf({ nodes }: Topology): readonly Target[] {
  const balancers = [...nodes.values()].filter(({ balances = [] }) => balances.length > 0);
  return balancers.flatMap(({ id, prefixes }) =>
    prefixes.filter(({ family }) => family === 4).map((prefix) => ({ node: id, address: addressOf(prefix) })),
  );
}

function addressOf(prefix: Prefix): string {
  return formatPrefix(prefix).replace(/\/.*/, "");
}

/** It is asked, and asks nobody: so it is nowhere. */
function asHost({ node, address }: Target): LabHost {
  return { name: node, node, namespace: "", address };
}

function linesOf(
  hosts: readonly LabHost[],
  targets: readonly LabHost[],
  answering: Iterable<HostPair>,
): readonly string[] {
  const pairs = new Set([...answering].map(({ from, to }) => `${from.name} ${to.name}`));
  return hosts.map((from) =>
    targets.map((to) => (pairs.has(`${from.name} ${to.name}`) ? "1" : "0")).join(""),
  );
}

/** Places that are down have no tables; users have what their programs were told. */
async function tablesIn(
  { holder, plan, topology }: RunningLab,
  situation: Situation,
  first: RecordedSituation | undefined,
): Promise<RecordedSituation["tables"]> {
  const up = createUp(topology, situation);
  const read = await readKernelTables(holder, plan);
  const all = read
    .filter(({ at }) => up.isUp(at) && topology.nodes.get(at)?.role !== "p2sUsers")
    .map(
      ({ at, table, routes }) =>
        [`${at} ${table}`, tableLines(routes, { decidingRoutes, formatPrefix })] as const,
    );
  return Object.fromEntries(all.filter(([key, lines]) => String(first?.tables[key]) !== String(lines)));
}

/** Without what Azure does not list: a router of the lab tells all. */
function knownTo(
  { routers }: LabStatus,
  { nodes }: Topology,
): Pick<RecordedSituation, "routes" | "sessions"> {
  const peers = routers.flatMap(({ bgpPeerStatus }) => bgpPeerStatus);
  const sessions = Object.fromEntries(
    peers.map(({ session, state }) => [session, state === "Connected"] as const).toSorted(byName),
  );
  const routes = routers.map(({ at: place, learnedRoutes }) => {
    // An appliance speaks beside what it is otherwise.
    const at = nodes.get(place)?.speaker ? place : `${place}#bgp`;
    const hidden = new Set(nodes.get(at)?.speaker?.hides?.map(formatPrefix));
    const listed = learnedRoutes.filter(({ network }) => !hidden.has(network));
    return [at, listed.map((route) => routeLine(route, Object.keys(sessions))).toSorted()];
  });
  return { routes: Object.fromEntries(routes), sessions };
}

function byName([a]: readonly [string, boolean], [b]: readonly [string, boolean]): number {
  return a < b ? -1 : 1;
}
