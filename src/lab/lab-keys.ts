import { createHmac, randomBytes } from "node:crypto";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";
import { LAB_ROOT } from "./run/lab-files.ts";
import { writeLabFiles } from "./run/write-lab-files.ts";

/** Lies in the lab's own memory, is gone with it, and is nowhere else. */
const SEED = `${LAB_ROOT}/seed`;

/** What a lab makes the keys of its tunnels from: Azure's own never come near it. */
export type Seed = string;

/** That of a lab that runs, so that its keys stay; a new one where it has none, or none runs. */
export async function seedOf(holder: Holder | undefined): Promise<Seed> {
  const kept = holder && (await runInLab(holder, ["cat", SEED]));
  return kept?.code === 0 && kept.stdout !== "" ? kept.stdout : randomBytes(32).toString("hex");
}

export async function keepSeed(holder: Holder, seed: Seed): Promise<void> {
  await writeLabFiles(holder, [{ path: SEED, text: seed }]);
}

export function keyFrom(seed: Seed, link: string): string {
  return createHmac("sha256", seed).update(link).digest("hex");
}
