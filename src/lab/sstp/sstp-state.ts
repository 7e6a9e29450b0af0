import { appendFileSync, existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What an end says of itself, for whoever asks for the lab's state. */
export interface SstpState {
  readonly connectionStatus: "Connecting" | "Connected" | "NotConnected";
  readonly because?: string;
}

export interface StateKeeper {
  say(state: SstpState): void;
  count(direction: "in" | "out", bytes: number): void;
  /** From now on nothing is written: the folder may be another's, or gone. */
  stop(): void;
}

const WRITES_EVERY_MS = 500;

/** Keeps `state.json` in an end's folder, and a log beside it. */
export function keepState(folder: string): StateKeeper {
  const path = join(folder, "state.json");
  const bytes = { in: 0, out: 0 };
  let state: SstpState = { connectionStatus: "Connecting" };
  let written = "";
  let isStopped = false;

  function write(): void {
    const text = JSON.stringify({
      ...state,
      ingressBytesTransferred: bytes.in,
      egressBytesTransferred: bytes.out,
    });
    if (text === written) return;
    written = text;
    inFolder(() => {
      // Whoever reads finds the one or the other, and never half of one.
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    });
  }

  /** That an end is removed is known here a moment later than its folder is gone. */
  function inFolder(change: () => void): void {
    if (!isStopped && existsSync(folder)) change();
  }

  write();
  const timer = setInterval(write, WRITES_EVERY_MS);
  return {
    say(next) {
      const line = `${next.connectionStatus}${next.because ? `: ${next.because}` : ""}\n`;
      if (JSON.stringify(next) !== JSON.stringify(state))
        inFolder(() => appendFileSync(join(folder, "sstp.log"), line));
      state = next;
      write();
    },
    count(direction, some) {
      bytes[direction] += some;
    },
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
