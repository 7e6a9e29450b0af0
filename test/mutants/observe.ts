import { formatPrefix } from "../../src/ip/index.ts";
import { decidingRoutes } from "../../src/lab/deciding-routes.ts";
import { findDownParts, nothingDown } from "../../src/lab/down-parts.ts";
import { changeSituation } from "../../src/lab/fail.ts";
import { readKernelTables } from "../../src/lab/kernel-tables.ts";
import type { LabHost } from "../../src/lab/lab-plan.ts";
import { allPairs, type HostPair, pingPairs } from "../../src/lab/ping-pairs.ts";
import { settle } from "../../src/lab/settle.ts";
import { type LabStatus, readStatus } from "../../src/lab/status.ts";
import type { Estate } from "../../src/model/estate.ts";
import type { Situation } from "../../src/model/situation.ts";
import type { Topology } from "../../src/model/topology.ts";
import { createUp } from "../../src/routing/index.ts";
import { situationsOf } from "../lab/drawn.ts";
import { type RunningLab, withLabOf } from "../lab/lab-of.ts";
import { knock } from "./knock.ts";
import { fingerprintOf, type RecordedSituation, type Recording, routeLine, tableLines } from "./recording.ts";

/** Of the ports that rules of drawn estates are about: in both forms, in one, in none. */
const PORTS = [22, 443, 5000];
const SETTLES_WITHIN = 15;
/** What is not there after so long will not come. */
const PATIENCE_SECONDS = 2;

/** An estate, and what fails in its lab. */
export interface Asked {
  readonly name: string;
  readonly estate: Estate;
  readonly topology: Topology;
  readonly downs: readonly string[];
}

/** Runs the lab and writes down what it does: nothing here looks at what is predicted. */
export function observe(drawn: Asked): Promise<Recording> {
  return withLabOf(drawn.topology, async (lab) => {
    const situations: RecordedSituation[] = [];
    let before = nothingDown;
    for (const situation of situationsOf(drawn)) {
      const parts = findDownParts(lab.plan, drawn.topology, situation);
      await changeSituation(lab.holder, lab.plan, before, parts);
      before = parts;
      await settle(lab.holder, lab.plan, parts.daemons, SETTLES_WITHIN);
      situations.push({
        down: [...situation.down],
        ...(await lookAt(lab, situation.down.size === 0)),
        tables: await tablesIn(lab, situation, situations[0]),
      });
    }
    return {
      name: drawn.name,
      estate: fingerprintOf(drawn.estate),
      hosts: lab.plan.hosts.map(({ node, address }) => ({ node, address })),
      situations,
    };
  });
}

/** Ports are asked once: what fails is nothing to a rule. */
async function lookAt(
  { holder, plan, topology }: RunningLab,
  withPorts: boolean,
): Promise<Omit<RecordedSituation, "down" | "tables">> {
  const { hosts } = plan;
  const pinged = await pingPairs(holder, allPairs(hosts), PATIENCE_SECONDS);
  const answers: Record<string, readonly string[]> = {
    icmp: linesOf(hosts, new Set(pinged.filter(({ answers }) => answers))),
  };
  if (withPorts && topology.filters.size > 0)
    for (const port of PORTS) answers[`tcp ${port}`] = linesOf(hosts, await knockAll(holder, hosts, port));
  return { answers, ...knownTo(await readStatus(holder, plan), topology) };
}

function knockAll(holder: RunningLab["holder"], hosts: readonly LabHost[], port: number) {
  return knock(holder, allPairs(hosts), port);
}

function linesOf(hosts: readonly LabHost[], answering: Iterable<HostPair>): readonly string[] {
  const pairs = new Set([...answering].map(({ from, to }) => `${from.name} ${to.name}`));
  return hosts.map((from) => hosts.map((to) => (pairs.has(`${from.name} ${to.name}`) ? "1" : "0")).join(""));
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
