import { readBirdPeers } from "./bird-answers.ts";
import type { DownParts } from "./down-parts.ts";
import type { LabLink, LabPlan } from "./lab-plan.ts";
import { SHIELDS, shieldsFile } from "./plan/shields.ts";
import { haltDaemons, reconfigureDaemons, reviveDaemons, writeFiles } from "./run/daemons.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { LabError } from "./run/lab-error.ts";
import { daemonFolder } from "./run/lab-files.ts";
import { tellUsers } from "./tell-users.ts";

/** Brings a lab from one situation to another: what fails is taken down, what is well again is started anew. */
export async function changeSituation(
  holder: Holder,
  plan: LabPlan,
  before: DownParts,
  after: DownParts,
): Promise<void> {
  await setDown(holder, without(after.links, before.links));
  await haltDaemons(
    holder,
    plan.daemons.filter(({ name }) => after.daemons.has(name) && !before.daemons.has(name)),
  );
  await setUp(holder, plan, without(before.links, after.links), after.links);
  await raiseShields(holder, plan, before, after);
  await reviveDaemons(
    holder,
    plan.daemons.filter(({ name }) => before.daemons.has(name) && !after.daemons.has(name)),
  );
  await tellRouters(holder, plan, before, after);
  await tellUsers(holder, before, after);
}

function without(links: DownParts["links"], others: DownParts["links"]): readonly LabLink[] {
  return [...links].filter((one) => !others.has(one));
}

function setDown(holder: Holder, links: readonly LabLink[]): Promise<void> {
  const lines = links.flatMap(({ ends }) =>
    ends.map(({ namespace, device }): Line => [namespace, `link set ${device} down`]),
  );
  return runLines(holder, lines);
}

type Line = readonly [namespace: string, line: string];

/** The kernel forgets the routes of a device that goes down: they are told again, over the devices that are up. */
async function setUp(
  holder: Holder,
  { namespaces }: LabPlan,
  links: readonly LabLink[],
  stillDown: ReadonlySet<LabLink>,
): Promise<void> {
  const down = new Set([...stillDown].flatMap(({ ends }) => ends.map(({ device }) => device)));
  const up = new Set(links.flatMap(({ ends }) => ends.map(({ device }) => device)));
  const told = namespaces.flatMap(({ name, ip }) =>
    ip
      .filter((line) => line.split(" ").some((word) => up.has(word)))
      .flatMap((line) => retold(line, down))
      .map((line): Line => [name, line]),
  );
  const rises = told.filter(([, line]) => line.startsWith("link "));
  await runLines(holder, rises);
  await runLines(
    holder,
    told.filter((line) => !rises.includes(line)),
  );
}

const NEXT_HOP = / nexthop dev (\S+)/g;

function retold(line: string, down: ReadonlySet<string>): readonly string[] {
  if (line.startsWith("link set ")) return [line];
  if (!line.startsWith("route add ")) return [];
  return [
    line
      .replace("route add", "route replace")
      .replace(NEXT_HOP, (text, device: string) => (down.has(device) ? "" : text)),
  ];
}

async function runLines(holder: Holder, lines: readonly Line[]): Promise<void> {
  const byNamespace = new Map<string, string[]>();
  for (const [namespace, line] of lines)
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), line]);

  await Promise.all(
    [...byNamespace].map(async ([namespace, own]) => {
      const input = `${own.join("\n")}\n`;
      const { code, stderr } = await runInLab(holder, ["ip", "-n", namespace, "-batch", "-"], { input });
      if (code !== 0)
        throw new LabError(`The kernel refuses a change in ${namespace}: ${stderr.trim()}`, START_ANEW);
    }),
  );
}

const START_ANEW = "Take the lab down and up again: isthmus lab down, isthmus lab up.";

/** What is started anew reads them as they are by then. */
async function raiseShields(
  holder: Holder,
  { daemons }: LabPlan,
  before: DownParts,
  after: DownParts,
): Promise<void> {
  const changed = daemons
    .filter(({ name }) => !after.daemons.has(name))
    .filter(({ name }) => before.daemons.has(name) || fallenText(name, before) !== fallenText(name, after))
    .flatMap((daemon) => {
      const { name, shields = [] } = daemon;
      const text = shieldsFile(shields, (shield) => after.shields.get(name)?.has(shield) ?? false);
      return shields.length === 0 ? [] : [{ ...daemon, files: [{ name: SHIELDS, text }] }];
    });
  await writeFiles(holder, changed);
  await reconfigureDaemons(
    holder,
    changed.filter(({ name }) => !before.daemons.has(name)),
  );
}

function fallenText(daemon: string, { shields }: DownParts): string {
  return [...(shields.get(daemon) ?? [])].join(" ");
}

/**
 * Sessions that are down are taken down on the side that still runs, too: nobody waits for a hold time to pass. A router
 * that is started anew has to be told again.
 */
async function tellRouters(
  holder: Holder,
  { daemons }: LabPlan,
  before: DownParts,
  after: DownParts,
): Promise<void> {
  const isConcerned = (session: string) => before.sessions.has(session) || after.sessions.has(session);
  const routers = daemons.filter(
    ({ name, program, about }) => program === "bird" && !after.daemons.has(name) && about.some(isConcerned),
  );
  await Promise.all(
    routers.map(async ({ name, namespace }) => {
      const ask = (...question: readonly string[]) =>
        runInLab(holder, ["birdc", "-s", `${daemonFolder(name)}/ctl`, ...question], { namespace });
      const { stdout } = await ask("show", "protocols", "all");
      for (const { protocol, session } of readBirdPeers(stdout))
        if (isConcerned(session)) await ask(after.sessions.has(session) ? "disable" : "enable", protocol);
    }),
  );
}
