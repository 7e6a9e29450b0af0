import { appendFileSync, renameSync, writeFileSync } from "node:fs";

/** What an end says of itself, for whoever asks for the lab's state. */
export interface SstpState {
  readonly connectionStatus: "Connecting" | "Connected" | "NotConnected";
  readonly because?: string;
}

export interface StateKeeper {
  say(state: SstpState): void;
  count(direction: "in" | "out", bytes: number): void;
}

const WRITES_EVERY_MS = 500;

/** Keeps `state.json` in the program's own folder, and a log beside it. */
export function keepState(): StateKeeper {
  const bytes = { in: 0, out: 0 };
  let state: SstpState = { connectionStatus: "Connecting" };
  let written = "";

  function write(): void {
    const text = JSON.stringify({
      ...state,
      ingressBytesTransferred: bytes.in,
      egressBytesTransferred: bytes.out,
    });
    if (text === written) return;
    written = text;
    // Whoever reads finds the one or the other, and never half of one.
    writeFileSync("state.json.new", text);
    renameSync("state.json.new", "state.json");
  }

  write();
  setInterval(write, WRITES_EVERY_MS);
  return {
    say(next) {
      if (JSON.stringify(next) !== JSON.stringify(state))
        appendFileSync("sstp.log", `${next.connectionStatus}${next.because ? `: ${next.because}` : ""}\n`);
      state = next;
      write();
    },
    count(direction, some) {
      bytes[direction] += some;
    },
  };
}
