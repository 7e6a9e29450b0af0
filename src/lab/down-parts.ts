import { everythingUp, type Situation } from "../model/situation.ts";
import type { Topology } from "../model/topology.ts";
import { createUp } from "../routing/index.ts";
import type { LabDaemon, LabLink, LabPlan } from "./lab-plan.ts";

/** What of a lab does not run in a situation. */
export interface DownParts {
  /** Set down at both ends. */
  readonly links: ReadonlySet<LabLink>;
  /** Stopped, by their names. */
  readonly daemons: ReadonlySet<string>;
  /** Sessions that are down although both routers run. */
  readonly sessions: ReadonlySet<string>;
}

export const nothingDown: DownParts = { links: new Set(), daemons: new Set(), sessions: new Set() };

export function findDownParts(plan: LabPlan, topology: Topology, situation: Situation): DownParts {
  const fails = failsIn(topology, situation);
  const dead = new Set(
    plan.namespaces.filter(({ node }) => node !== undefined && fails(node)).map(({ name }) => name),
  );
  const links = plan.links.filter(
    ({ link, ends }) =>
      (link !== undefined && fails(link)) || ends.some(({ namespace }) => dead.has(namespace)),
  );
  const daemons = plan.daemons.filter((daemon) => dead.has(daemon.namespace) || carriesFailed(daemon, fails));
  return {
    links: new Set(links),
    daemons: new Set(daemons.map(({ name }) => name)),
    sessions: new Set([...topology.sessions.keys()].filter(fails)),
  };
}

/** A router's sessions fail one by one; every other program is there for one thing alone. */
function carriesFailed({ program, about }: LabDaemon, fails: (id: string) => boolean): boolean {
  return program !== "bird" && about.some(fails);
}

/** What is broken by itself is run as broken: it does not fail. */
function failsIn(topology: Topology, situation: Situation): (id: string) => boolean {
  const [now, always] = [createUp(topology, situation), createUp(topology, everythingUp)];
  return (id) => !now.isUp(id) && always.isUp(id);
}
