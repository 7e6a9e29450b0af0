import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import type { Holder } from "./holder.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line that runs something inside the lab, in one of its namespaces where one is named. */
function insideArguments(holder: Holder, command: readonly string[], namespace?: string): string[] {
  const enter = ["-t", String(holder.inside), "-n", "-m", "-p"];
  const user = holder.rootless ? ["-U", "--preserve-credentials"] : [];
  const there = namespace === undefined ? command : ["ip", "netns", "exec", namespace, ...command];
  return [...enter, ...user, "--", ...there];
}

/** Runs a program in the lab to its end. */
export function runInLab(
  holder: Holder,
  command: readonly string[],
  options: { readonly namespace?: string; readonly input?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn("nsenter", insideArguments(holder, command, options.namespace), {
      stdio: ["pipe", "pipe", "pipe"],
      env: labEnvironment(),
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
    // A program that does not read what it is given ends with its own word.
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** Starts a program in the lab whose ends are the caller's: `exec`, `shell`, captures. */
export function startInLab(
  holder: Holder,
  command: readonly string[],
  namespace: string | undefined,
  stdio: StdioOptions,
): ChildProcess {
  return spawn("nsenter", insideArguments(holder, command, namespace), { stdio, env: labEnvironment() });
}

function labEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
}
