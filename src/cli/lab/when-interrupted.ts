import { setTimeout as wait } from "node:timers/promises";
import { Interrupted } from "../interrupted.ts";

const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The result of `work`, unless a signal comes first: then `undo` runs until it says that there was something to undo,
 * and what is left of the work comes to nothing.
 */
export async function whenInterrupted<T>(work: Promise<T>, undo: () => Promise<boolean>): Promise<T> {
  const settled = work.then(
    () => false,
    () => false,
  );
  let code: number | undefined;
  const interrupt = (signal: keyof typeof CODES) => {
    code ??= CODES[signal];
    void undoSoon();
  };
  // What is to be undone may be about to begin.
  const undoSoon = async () => {
    while (!(await undo()) && (await Promise.race([settled, wait(5, true)])));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    const result = await work;
    if (code === undefined) return result;
  } catch (error) {
    if (code === undefined) throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
  await undo();
  throw new Interrupted(code, "Interrupted; nothing is left of the lab.", "Start it again: isthmus lab up");
}
