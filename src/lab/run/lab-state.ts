import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InputFormat } from "../../readers/input-format.ts";
import type { LabPlan } from "../lab-plan.ts";
import { type Holder, isAlive } from "./holder.ts";
import { LabError } from "./lab-error.ts";
import { notRemembered } from "./state-folder.ts";

export interface ReadAs {
  readonly parameters?: readonly string[];
  readonly location?: string;
  readonly from?: InputFormat;
}

/** What is remembered of a lab outside of it: who holds it, and what was applied last. No key is in here. */
export interface LabState {
  readonly name: string;
  /** The file that it was made from, as an absolute path. */
  readonly input: string;
  /** How the file was read; what it was told of parameters stands in files, by their absolute paths. */
  readonly readAs?: ReadAs;
  /** How long its routers wait for each other; absent where an older version made it. */
  readonly timers?: "azure" | "fast";
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
  const path = pathOf(folder, state.name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    rmSync(`${path}.new`, { force: true });
    throw notRemembered(error, folder);
  }
}

function pathOf(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

/** `undefined` where there is none, or its holder is dead: then nothing of it is left but this file, which goes too. */
export function readState(folder: string, name: string): LabState | undefined {
  const state = parse(pathOf(folder, name));
  if (state && isAlive(state.holder)) return state;

  if (state) forgetState(folder, name);
  return undefined;
}

export function forgetState(folder: string, name: string): void {
  rmSync(pathOf(folder, name), { force: true });
  rmSync(`${pathOf(folder, name)}.new`, { force: true });
}

/** Labs that are remembered and whose holder is dead: their files go as soon as somebody asks for them. */
export function endedLabs(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => {
    const state = parse(pathOf(folder, name));
    return state !== undefined && !isAlive(state.holder);
  });
}

export function allStates(folder: string): LabState[] {
  return namesIn(folder).flatMap((name) => readState(folder, name) ?? []);
}

function namesIn(folder: string): readonly string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => file.slice(0, -".json".length));
}

/** Written by this program alone, in a folder of the user's own; whatever else wrote there is not guessed at. */
function parse(path: string): LabState | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const state = stateIn(text);
  if (state) return state;
  throw new LabError(
    `${path} is damaged: which lab it remembers cannot be read.`,
    "Remove that file. A lab that still runs ends with its first process, an `unshare` of yours.",
  );
}

function stateIn(text: string): LabState | undefined {
  try {
    const state: LabState = JSON.parse(text);
    const { holder, plan, down, input } = state;
    const lists = [down, plan.namespaces, plan.links, plan.daemons, plan.hosts, plan.notRun];
    const isWhole =
      Number.isInteger(holder.pid) &&
      Number.isInteger(holder.inside) &&
      typeof holder.startTime === "string" &&
      typeof input === "string" &&
      lists.every(Array.isArray);
    return isWhole ? state : undefined;
  } catch {
    return undefined;
  }
}
