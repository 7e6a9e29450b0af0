import { createHash } from "node:crypto";
import type { LabDaemon, LabPlan } from "./lab-plan.ts";
import { applyPlan, emptyPlan } from "./run/apply-plan.ts";
import { reviveDaemons } from "./run/daemons.ts";
import { readDeaths } from "./run/deaths.ts";
import { type Holder, keepHolder, startHolder, stopHolder } from "./run/holder.ts";
import { allStates, forgetState, type LabState, readState, writeState } from "./run/lab-state.ts";

export interface Brought {
  readonly state: LabState;
  /** How many parts were made, changed or removed; 0: it ran already as it is wanted. */
  readonly changes: number;
  readonly isNew: boolean;
}

/** Brings a lab of that name to what the plan says: makes it where there is none, and touches only what differs. */
export async function bringUp(
  folder: string,
  name: string,
  made: Pick<LabState, "input" | "timers" | "readAs">,
  plan: LabPlan,
  tell: (step: string) => void,
): Promise<Brought> {
  const running = readState(folder, name);
  const holder = running?.holder ?? (await startHolder());
  const state: LabState = { ...made, name, holder, plan: withoutSecrets(plan), down: running?.down ?? [] };
  if (running) {
    const same = sameFiles(running.plan, plan);
    const changes = await applyPlan(holder, running.plan, same, tell);
    const revived = await reviveGivenUp(holder, same);
    writeState(folder, state);
    return { state, changes: changes.count + revived, isNew: false };
  }

  try {
    // Known from its first moment, so that one that is interrupted can be taken down.
    writeState(folder, { ...state, plan: emptyPlan });
    await keepHolder(holder);
    const changes = await applyPlan(holder, emptyPlan, plan, tell);
    writeState(folder, state);
    return { state, changes: changes.count, isNew: true };
  } catch (error) {
    await stopHolder(holder);
    forgetState(folder, name);
    throw error;
  }
}

/** How many had died too often and are started once more. */
async function reviveGivenUp(holder: Holder, { daemons }: LabPlan): Promise<number> {
  const deaths = await readDeaths(holder, daemons);
  const dead = new Set(deaths.filter(({ now }) => now === "gaveUp").map(({ daemon }) => daemon));
  await reviveDaemons(
    holder,
    daemons.filter(({ name }) => dead.has(name)),
  );
  return dead.size;
}

/** Whether there was one. */
export async function takeDown(folder: string, name: string): Promise<boolean> {
  const state = readState(folder, name);
  if (!state) return false;

  await stopHolder(state.holder);
  forgetState(folder, name);
  return true;
}

export function runningLabs(folder: string): readonly LabState[] {
  return allStates(folder);
}

/** Files as fingerprints: enough to see that one changed, and no key in it. */
function withoutSecrets(plan: LabPlan): LabPlan {
  return { ...plan, daemons: plan.daemons.map(fingerprinted) };
}

function fingerprinted(daemon: LabDaemon): LabDaemon {
  return { ...daemon, files: daemon.files.map(({ name, text }) => ({ name, text: fingerprint(text) })) };
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The wanted plan, where daemons that are as they were are given as they are remembered. */
function sameFiles(running: LabPlan, wanted: LabPlan): LabPlan {
  const known = new Map(running.daemons.map((daemon) => [daemon.name, JSON.stringify(daemon)]));
  return {
    ...wanted,
    daemons: wanted.daemons.map((daemon) => {
      const remembered = fingerprinted(daemon);
      return known.get(daemon.name) === JSON.stringify(remembered) ? remembered : daemon;
    }),
  };
}
