import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { root } from "../source-files.ts";
import { plainEnvironment, type Run, scratch } from "./isthmus.ts";

/** A folder with a network of its own, and labs that no other test sees. */
export interface LabWork {
  readonly folder: string;
  run(args: readonly string[], input?: string): Run;
  start(args: readonly string[]): ChildProcess;
}

export function labWork(network: string): LabWork {
  const folder = scratch({ "network.yaml": network, "runtime/.keep": "" });
  const env = { ...plainEnvironment(), XDG_RUNTIME_DIR: join(folder, "runtime") };
  return {
    folder,
    run(args, input = "") {
      const { status, stdout, stderr } = spawnSync(process.execPath, [inject("cli"), "lab", ...args], {
        cwd: folder,
        env,
        input,
        encoding: "utf8",
      });
      return { code: status, stdout, stderr };
    },
    start: (args) => spawn(process.execPath, [inject("cli"), "lab", ...args], { cwd: folder, env }),
  };
}

export function example(name: string): string {
  return readFileSync(join(root, "examples", name, "network.yaml"), "utf8");
}

/** Runs `use` while the lab `l` is up, and takes it down whatever happens. */
export async function whileUp(work: LabWork, use: () => void | Promise<void>): Promise<void> {
  const { code, stderr } = work.run(["up", "--name", "l", "--timers", "fast"]);
  try {
    if (code !== 0) throw new Error(stderr);
    await use();
  } finally {
    work.run(["down", "--all"]);
  }
}
