import { formatPrefix } from "../ip/index.ts";
import { everythingUp, type Situation } from "../model/situation.ts";
import type { Needs, Node, Topology } from "../model/topology.ts";
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
  /** By router, the shields that do not stand. */
  readonly shields: ReadonlyMap<string, ReadonlySet<string>>;
  /** By namespace of users, ranges that their gateway has not to tell them of. */
  readonly untold: ReadonlyMap<string, readonly string[]>;
}

export const nothingDown: DownParts = {
  links: new Set(),
  daemons: new Set(),
  sessions: new Set(),
  shields: new Map(),
  untold: new Map(),
};

export function findDownParts(plan: LabPlan, topology: Topology, situation: Situation): DownParts {
  const fails = failsIn(topology, situation);
  const { meets } = createUp(topology, situation);
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
    shields: new Map(plan.daemons.flatMap((daemon) => fallenShields(daemon, meets))),
    untold: new Map(
      plan.namespaces.flatMap(({ name, node }) => {
        const ranges = untoldTo(topology.nodes.get(node ?? ""), topology, meets);
        return ranges.length === 0 ? [] : [[name, ranges] as const];
      }),
    ),
  };
}

/** A range of several peers is told while one of them is there. */
function untoldTo(
  node: Node | undefined,
  { tables }: Topology,
  meets: (needs: Needs) => boolean,
): readonly string[] {
  if (node?.role !== "p2sUsers") return [];

  const rows = (tables.get(node.table ?? "")?.layers ?? []).flatMap((layer) => layer.rows);
  const told = new Set(rows.filter(({ needs }) => meets(needs)).map(({ prefix }) => formatPrefix(prefix)));
  const all = new Set(rows.map(({ prefix }) => formatPrefix(prefix)));
  return [...all].filter((range) => !told.has(range));
}

function fallenShields({ name, shields = [] }: LabDaemon, meets: (needs: Needs) => boolean) {
  const fallen = shields.filter(({ needs }) => !meets(needs)).map((shield) => shield.name);
  return fallen.length === 0 ? [] : [[name, new Set(fallen)] as const];
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
