import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LabPlan } from "../lab-plan.ts";
import { type Holder, isAlive } from "./holder.ts";

/** What is remembered of a lab outside of it: who holds it, and what was applied last. No key is in here. */
export interface LabState {
  readonly name: string;
  /** The file that it was made from, as an absolute path. */
  readonly input: string;
  readonly holder: Holder;
  /** Daemons' files are kept as fingerprints. */
  readonly plan: LabPlan;
  /** Elements that are failed at the moment. */
  readonly down: readonly string[];
}

/** Of this user alone, and gone after the next start of the machine, as the labs are. */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.XDG_RUNTIME_DIR ?? tmpdir();
  return join(base, `isthmus-${process.getuid?.() ?? 0}`);
}

export function writeState(folder: string, state: LabState): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${state.name}.json`);
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** `undefined` where there is none, or its holder is dead: then nothing of it is left but this file, which goes too. */
export function readState(folder: string, name: string): LabState | undefined {
  const state = parse(join(folder, `${name}.json`));
  if (state && isAlive(state.holder)) return state;

  if (state) forgetState(folder, name);
  return undefined;
}

export function forgetState(folder: string, name: string): void {
  rmSync(join(folder, `${name}.json`), { force: true });
}

export function allStates(folder: string): LabState[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => readState(folder, file.slice(0, -".json".length)) ?? []);
}

/** Written by this program alone, in a folder of the user's own. */
function parse(path: string): LabState | undefined {
  try {
    const state: LabState = JSON.parse(readFileSync(path, "utf8"));
    return state;
  } catch {
    return undefined;
  }
}
