import type { LabPlan } from "../lab-plan.ts";
import { type Changes, comparePlans } from "./compare-plans.ts";
import { prepareCertificates, reconfigureDaemons, startDaemons, stopDaemons } from "./daemons.ts";
import { gatherSegments } from "./gather-segments.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { makeNamespaces } from "./make-namespaces.ts";
import { configureNamespaces, loadFilters, makeLinks, removeLinks } from "./run-ip.ts";

export const emptyPlan: LabPlan = { namespaces: [], links: [], daemons: [], hosts: [], notRun: [] };

/** Brings what runs to what is wanted; what is equal is not touched. `tell` hears of each step. */
export async function applyPlan(
  holder: Holder,
  running: LabPlan,
  wanted: LabPlan,
  tell: (step: string) => void,
): Promise<Changes> {
  const changes = comparePlans(running, wanted);
  if (changes.count === 0) return changes;

  const { namespaces, links, daemons } = changes;
  const certificates = prepareCertificates(holder, daemons.add);
  await stopDaemons(holder, daemons.remove);
  await removeLinks(holder, links.remove);
  await removeNamespaces(
    holder,
    namespaces.remove.map(({ name }) => name),
  );

  tell(`${namespaces.add.length} namespaces, ${links.add.length} links`);
  await makeNamespaces(
    holder,
    namespaces.add.map(({ name }) => name),
  );
  await makeLinks(holder, links.add);
  await configureNamespaces(
    holder,
    changes.lines.map(({ name, add, remove }) => ({ name, ip: [...remove.flatMap(undo), ...add] })),
  );
  // For programs to be there takes neither, and the kernel takes its time for both.
  const gathered = gatherSegments(holder, links.add);
  const filters = loadFilters(
    holder,
    changes.filters.filter(
      ({ name, nft }) => nft !== undefined || namespaces.add.every((one) => one.name !== name),
    ),
  );
  // Who waits for them is told; until then something else may have failed first.
  for (const one of [gathered, filters]) one.catch(() => {});

  tell(`${daemons.add.length + daemons.change.length} programs`);
  await startDaemons(holder, daemons.add, { certificates, filters });
  await Promise.all([filters, gathered]);
  await reconfigureDaemons(holder, daemons.change);
  return changes;
}

/** `addr add X` is undone by `addr del X`; a link that was set up or made a port needs nothing, for it goes with its pair. */
function undo(line: string): string[] {
  const [object, verb, ...rest] = line.split(" ");
  if (verb === "add" && object !== "link") return [[object, "del", ...rest].join(" ")];
  return verb === "add" && rest[0] !== undefined ? [`link del ${rest[0]}`] : [];
}

async function removeNamespaces(holder: Holder, names: readonly string[]): Promise<void> {
  for (const name of names) await runInLab(holder, ["ip", "netns", "del", name]);
}
