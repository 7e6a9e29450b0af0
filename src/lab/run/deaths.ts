import type { LabDaemon } from "../lab-plan.ts";
import type { Holder } from "./holder.ts";
import { runInLab } from "./in-lab.ts";
import { DAEMONS } from "./lab-files.ts";

/** That a program of a lab died though nobody had asked for it, and what was done about it. */
export interface Deaths {
  readonly daemon: string;
  /** How often, and how often it was started again. */
  readonly died: number;
  readonly restarted: number;
  /** Of the last time. */
  readonly at: Date;
  readonly how: string;
  readonly now: "runs" | "starts" | "gaveUp";
}

/** Of those that have died. */
export async function readDeaths(holder: Holder, daemons: readonly LabDaemon[]): Promise<readonly Deaths[]> {
  const script = `cd ${DAEMONS} 2>/dev/null && for one in */deaths; do [ -e "$one" ] && sed "s|^|\${one%/deaths} |" "$one"; done; true`;
  const { stdout } = await runInLab(holder, ["sh", "-c", script]);
  const lines = stdout.trim().split("\n");
  return daemons.flatMap(({ name }) => {
    const own = lines
      .filter((line) => line.startsWith(`${name} `))
      .map((line) => line.slice(name.length + 1));
    return deathsIn(name, own) ?? [];
  });
}

/** Of the lines that the lab's first process and the start scripts write, in their order. */
export function deathsIn(daemon: string, lines: readonly string[]): Deaths | undefined {
  const deaths = lines.filter((line) => line.startsWith("died "));
  const [, seconds, status] = deaths.at(-1)?.split(" ") ?? [];
  if (seconds === undefined) return undefined;

  const [last = ""] = lines.at(-1)?.split(" ") ?? [];
  return {
    daemon,
    died: deaths.length,
    restarted: lines.filter((line) => line.startsWith("started ")).length,
    at: new Date(Number(seconds) * 1000),
    how: howItEnded(Number(status)),
    now: last === "started" ? "runs" : last === "gaveup" ? "gaveUp" : "starts",
  };
}

/** As wait(2) says it: the signal in the low bits, or the code above them. */
function howItEnded(status: number): string {
  const signal = status & 127;
  return signal === 0 ? `exit code ${status >> 8}` : `signal ${signal}`;
}
